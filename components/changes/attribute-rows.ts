import { attributeName } from "@/components/shared/policy-text";
import type { SelectableNamespace } from "@/lib/contract/security-attributes";
import type { ChangeOperation } from "@/lib/zpr/change-operation";
import type { SecurityAttribute } from "@/lib/zpr/security-attribute";
import { attributeNameKey } from "@/lib/zpr/security-attributes";

/** One row of the form: an attribute as far as it has been chosen. */
export type AttributeRow = {
  readonly id: number;
  readonly namespace: string | null;
  readonly key: string | null;
  readonly value: string;
  /** The row lost what was chosen in it because its namespace was changed: to be said once. */
  readonly isCleared: boolean;
};

export const blankRow = (id: number): AttributeRow => ({
  id,
  namespace: null,
  key: null,
  value: "",
  isCleared: false,
});

export const isBlank = ({ namespace, key, value }: AttributeRow): boolean =>
  namespace === null && key === null && value === "";

/** Another namespace has other attributes: what was chosen below it is cleared. */
export const withNamespace = (row: AttributeRow, namespace: string | null): AttributeRow =>
  namespace === row.namespace
    ? row
    : { ...row, namespace, key: null, value: "", isCleared: row.key !== null || row.value !== "" };

/** Another attribute has other values. */
export const withKey = (row: AttributeRow, key: string | null): AttributeRow =>
  key === row.key ? row : { ...row, key, value: "", isCleared: false };

export const withValue = (row: AttributeRow, value: string): AttributeRow => ({ ...row, value, isCleared: false });

/** What the resource carries under the name that the row has chosen. */
export function carriedBy(row: AttributeRow, current: readonly SecurityAttribute[]): SecurityAttribute | undefined {
  const { namespace, key } = row;
  if (namespace === null || key === null) return undefined;
  const exact = current.find((attribute) => attribute.namespace === namespace && attribute.key === key);
  const name = attributeNameKey(namespace, key);
  return exact ?? current.find((attribute) => attributeNameKey(attribute.namespace, attribute.key) === name);
}

/** The steps that the rows ask for, in their order; blank rows ask for none. A name that is there is a new value. */
export const operationsOf = (
  rows: readonly AttributeRow[],
  current: readonly SecurityAttribute[],
): readonly ChangeOperation[] =>
  rows
    .filter((row) => !isBlank(row))
    .map((row) => {
      const old = carriedBy(row, current);
      const { namespace, key } = old ?? { namespace: row.namespace ?? "", key: row.key ?? "" };
      return { op: old === undefined ? "add" : "replace", namespace, key, value: row.value };
    });

/** Rows that ask for these steps; those that remove have no row. */
export const rowsOf = (operations: readonly ChangeOperation[], firstId: number): readonly AttributeRow[] =>
  operations.flatMap((operation, index) =>
    operation.op === "remove"
      ? []
      : [
          {
            ...blankRow(firstId + index),
            namespace: operation.namespace,
            key: operation.key,
            value: operation.value,
          },
        ],
  );

/** How many attributes the resource would carry beyond its cap if all rows were added; negative while there is room. */
export function surplusOf(rows: readonly AttributeRow[], current: readonly SecurityAttribute[], cap: number): number {
  // A row that has not chosen its attribute yet will most likely add one.
  const additions = rows.filter((row) => carriedBy(row, current) === undefined).length;
  return current.length + additions - cap;
}

export type RowField = "namespace" | "key" | "value";
/** What is wrong with a row, by its field. */
export type RowProblems = Readonly<Partial<Record<RowField, string>>>;

const maxValueLength = 255;

function missing(row: AttributeRow): RowProblems {
  if (row.namespace === null) return { namespace: "Choose a namespace." };
  if (row.key === null) return { key: "Choose an attribute." };
  return row.value === "" ? { value: "A value is missing." } : {};
}

function valueProblem(row: AttributeRow, old: SecurityAttribute | undefined): string | undefined {
  const length = [...row.value].length;
  if (length > maxValueLength) return `A value has at most ${maxValueLength} characters; this one has ${length}.`;
  if (/\p{Surrogate}/u.test(row.value)) return "The value holds half of a character, which cannot be sent.";
  if (old?.unreadable === null && old.value === row.value && old.mode === "enforce")
    return "It has this value already.";
  return undefined;
}

function definitionProblems(row: AttributeRow, namespaces: readonly SelectableNamespace[]): RowProblems {
  const namespace = namespaces.find(({ name }) => name.toLowerCase() === row.namespace?.toLowerCase());
  const key = namespace?.keys.find(({ name }) => name.toLowerCase() === row.key?.toLowerCase());
  if (key?.isSelectable === false) return { key: key.reason ?? "It cannot be chosen." };
  const allowed = key?.allowedValues;
  if (row.value === "" || !Array.isArray(allowed) || allowed.includes(row.value)) return {};
  return { value: "It is not one of the values that this attribute allows." };
}

const rowNameKey = ({ namespace, key }: AttributeRow) =>
  namespace === null || key === null ? null : attributeNameKey(namespace, key);

/**
 * What is wrong with each row, in their order. Nothing is said of what is only not filled in yet, except with
 * `isFinal`: then somebody asked for the review.
 */
export function problemsOfRows(
  rows: readonly AttributeRow[],
  current: readonly SecurityAttribute[],
  { namespaces, isFinal }: { readonly namespaces: readonly SelectableNamespace[]; readonly isFinal: boolean },
): readonly RowProblems[] {
  const isOnlyRow = rows.every(isBlank);
  return rows.map((row, index) => {
    if (isBlank(row)) return isFinal && isOnlyRow && index === 0 ? missing(row) : {};
    const old = carriedBy(row, current);
    const name = rowNameKey(row);
    const isRepeated = name !== null && rows.slice(0, index).some((other) => rowNameKey(other) === name);
    const value = row.key === null ? undefined : valueProblem(row, old);
    return {
      ...(isFinal && missing(row)),
      ...definitionProblems(row, namespaces),
      ...(value !== undefined && row.value !== "" && { value }),
      ...(old !== undefined &&
        old.unreadable !== null && {
          key: `${attributeName(old)} is there in a form that cannot be read. Remove it first.`,
        }),
      ...(isRepeated && { key: "Another row is about this attribute too. An attribute has one value." }),
    };
  });
}

/** The member of a row that an answer of the server points at: `operations[1].value`. */
export function rowOfField(
  field: string | null,
  rows: readonly AttributeRow[],
): { readonly id: number; readonly field: RowField } | null {
  const match = /^operations\[(\d+)\]\.(namespace|key|value|op)$/.exec(field ?? "");
  const row = rows.filter((candidate) => !isBlank(candidate))[Number(match?.[1])];
  if (match === null || row === undefined) return null;
  const name = match[2];
  return { id: row.id, field: name === "namespace" || name === "value" ? name : "key" };
}
