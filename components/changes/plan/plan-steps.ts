import { attributeName } from "@/components/shared/policy-text";
import type { ChangeOperation } from "@/lib/zpr/change-operation";
import { attributeNameKey } from "@/lib/zpr/security-attributes";

/** One row of a plan's edit, as far as it has been written. */
export type PlanRow = {
  readonly id: number;
  readonly op: ChangeOperation["op"];
  readonly attribute: { readonly namespace: string; readonly key: string } | null;
  readonly value: string;
};

export const blankPlanRow = (id: number): PlanRow => ({ id, op: "add", attribute: null, value: "" });

export const planRowsOf = (operations: readonly ChangeOperation[]): readonly PlanRow[] =>
  operations.map((operation, id) => ({
    id,
    op: operation.op,
    attribute: { namespace: operation.namespace, key: operation.key },
    value: operation.op === "remove" ? "" : operation.value,
  }));

/** The steps of the rows that are written to the end. */
export const planOperationsOf = (rows: readonly PlanRow[]): readonly ChangeOperation[] =>
  rows.flatMap(({ op, attribute, value }): readonly ChangeOperation[] => {
    if (attribute === null) return [];
    if (op === "remove") return [{ op, ...attribute }];
    return value === "" ? [] : [{ op, ...attribute, value }];
  });

const maxValueLength = 255;

/** What is wrong with a row; with `isFinal` also what is missing. */
export function planRowProblem(
  row: PlanRow,
  others: readonly PlanRow[],
  isFinal: boolean,
): { readonly attribute?: string; readonly value?: string } {
  const { attribute, op, value } = row;
  if (attribute === null) return isFinal ? { attribute: "Choose an attribute." } : {};
  const name = attributeNameKey(attribute.namespace, attribute.key);
  const isRepeated = others.some(
    (other) =>
      other.id < row.id &&
      other.attribute !== null &&
      attributeNameKey(other.attribute.namespace, other.attribute.key) === name,
  );
  if (isRepeated) return { attribute: `Another row is about ${attributeName(attribute)} too.` };
  if (op === "remove") return {};
  if (value === "") return isFinal ? { value: "A value is missing." } : {};
  const { length } = [...value];
  return length > maxValueLength
    ? { value: `A value has at most ${maxValueLength} characters; this one has ${length}.` }
    : {};
}
