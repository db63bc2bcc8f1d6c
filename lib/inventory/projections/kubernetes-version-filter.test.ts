import { expect, it } from "vitest";
import { kubernetesVersionFilter } from "@/lib/inventory/projections/kubernetes-version-filter";

it.each([
  ["1.33", "v1.33.1", true],
  ["v1.33", "v1.33", true],
  ["1.3", "v1.33.1", false],
  ["1", "v1.33.1", true],
  ["1.33.1", "v1.33.1", true],
  ["1.33.1", "v1.33.10", false],
  ["<1.32", "v1.31.10", true],
  ["<1.32", "v1.32.0", false],
  ["< 1.32", "v1.9.0", true],
  ["<=1.32", "v1.32.6", true],
  [">1.33", "v1.33.4", false],
  [">1.33", "v1.34.0", true],
  [">=1.33.4", "v1.33.10", true],
  ["<1.32", null, false],
  ["<1.32", "unknown", false],
])("the filter %s and a cluster of %s: %s", (filter, version, fits) => {
  expect(kubernetesVersionFilter(filter)(version)).toBe(fits);
});
