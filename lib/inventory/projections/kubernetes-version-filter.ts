import { kubernetesVersionFrom } from "@/lib/oke/eligibility";

type Comparison = (difference: number) => boolean;

const comparisons: ReadonlyMap<string, Comparison> = new Map([
  ["<", (difference) => difference < 0],
  ["<=", (difference) => difference <= 0],
  [">", (difference) => difference > 0],
  [">=", (difference) => difference >= 0],
]);

/**
 * Takes a filter such as `1.33`, `<1.32` or `>=1.34.1`; gives what tells whether a cluster's version fits it. Only the
 * parts that the filter names are compared, so 1.33.4 is not above 1.33. A version that is not known fits none.
 */
export function kubernetesVersionFilter(filter: string): (version: string | null) => boolean {
  const [, sign = "", text = ""] = /^([<>]=?)?\s*v?(.*)$/.exec(filter.trim()) ?? [];
  const wanted = text.split(".").map(Number);
  const fits = comparisons.get(sign) ?? ((difference: number) => difference === 0);
  return (version) => {
    const present = kubernetesVersionFrom(version);
    if (present === null) return false;
    const parts = [present.major, present.minor, present.patch ?? 0];
    const differences = wanted.map((part, position) => (parts[position] ?? 0) - part);
    return fits(differences.find((difference) => difference !== 0) ?? 0);
  };
}
