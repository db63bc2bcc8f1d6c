import type { FilterKeyKind } from "@/lib/contract/list-filter";
import { kubernetesVersionFilter } from "@/lib/inventory/projections/kubernetes-version-filter";

/** What a row has of a key; `null` where it has none of it, which the filter writes as `key:""`. */
export type FilterValue = string | number | null;

/** One key that the rows of a list can be narrowed by. */
export type FilterKey<T> = {
  /** What it matches, in a few words: "Region it is in". */
  readonly what: string;
  /** A text contains what is asked for, a choice is it; numbers and versions are compared: `<3`, `>=1.33`. */
  readonly kind: FilterKeyKind;
  /** What a row has of it: what the menu of its column lists. One of them has to fit. */
  readonly valuesOf: (row: T) => readonly FilterValue[];
  /** Where a value has a name that people know better: both can be asked for. */
  readonly labelOf?: (value: string) => string;
  /** Whether a row has what is asked for, where that is not told by its values alone. */
  readonly fits?: (row: T, wanted: string) => boolean;
};

type Test = (value: FilterValue) => boolean;

const bound = /^(<=|>=|<|>)?\s*(\d+(?:\.\d+)?)$/;
const versionBound = /^(<=|>=|<|>)?\s*v?\d+(\.\d+){0,2}$/;

function numberTest(wanted: string): Test | null {
  const [, sign = "=", digits] = bound.exec(wanted) ?? [];
  if (digits === undefined) return null;
  const limit = Number(digits);
  const holds: Record<string, (value: number) => boolean> = {
    "<": (value) => value < limit,
    "<=": (value) => value <= limit,
    ">": (value) => value > limit,
    ">=": (value) => value >= limit,
    "=": (value) => value === limit,
  };
  return (value) => typeof value === "number" && holds[sign]?.(value) === true;
}

function versionTest(wanted: string): Test | null {
  if (!versionBound.test(wanted)) return null;
  const fits = kubernetesVersionFilter(wanted);
  return (value) => typeof value === "string" && fits(value);
}

const lowerOf = (value: FilterValue): string => (value === null ? "" : String(value).toLowerCase());

function choiceTest(wanted: string, labelOf?: (value: string) => string): Test {
  const lower = wanted.toLowerCase();
  return (value) =>
    lowerOf(value) === lower || (labelOf !== undefined && value !== null && lowerOf(labelOf(String(value))) === lower);
}

function textTest(wanted: string): Test {
  const lower = wanted.toLowerCase();
  return (value) => (lower === "" ? lowerOf(value) === "" : lowerOf(value).includes(lower));
}

function valueTest<T>({ kind, labelOf }: FilterKey<T>, wanted: string): Test | null {
  switch (kind) {
    case "number":
      return numberTest(wanted);
    case "version":
      return versionTest(wanted);
    case "choice":
      return choiceTest(wanted, labelOf);
    case "text":
      return textTest(wanted);
  }
}

/** What tells whether a row has one value of a key; `null` for a value that is none of its kind. */
export function keyTest<T>(key: FilterKey<T>, wanted: string): ((row: T) => boolean) | null {
  const { fits, valuesOf } = key;
  if (fits) return (row) => fits(row, wanted);
  const test = wanted === "" ? (value: FilterValue) => lowerOf(value) === "" : valueTest(key, wanted);
  return (
    test &&
    ((row) => {
      const values = valuesOf(row);
      return values.length === 0 ? test(null) : values.some(test);
    })
  );
}
