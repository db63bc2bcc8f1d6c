import { expect, test } from "vitest";
import { midSentence } from "@/components/ui/mid-sentence";

test.each([
  ["Source: name, OCID, address or CIDR block", "source: name, OCID, address or CIDR block"],
  ["OCID of the resource", "OCID of the resource"],
  ["Namespace", "namespace"],
])("the label %j is %j within a sentence, its abbreviations as they are", (label, spoken) => {
  expect(midSentence(label)).toBe(spoken);
});
