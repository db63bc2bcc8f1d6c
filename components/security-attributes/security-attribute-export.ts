import type { ExportedColumns } from "@/components/shared/list-scope";
import type { SecurityAttributeListItem } from "@/lib/contract/security-attributes";

const allowedText = ({ allowedValues }: SecurityAttributeListItem): string =>
  allowedValues === null ? "any" : allowedValues === "unread" ? "not read" : allowedValues.join("; ");

/** What a file says of each column of the security attributes. */
export const securityAttributeExport: ExportedColumns<SecurityAttributeListItem> = {
  name: [
    ["Security attribute", ({ namespace, key }) => `${namespace}.${key}`],
    ["Description", ({ description }) => description],
  ],
  state: [
    ["State", ({ state }) => state],
    ["Why", ({ reason }) => reason],
  ],
  allowedValues: [["Allowed values", allowedText]],
  usedValues: [
    [
      "Carried with",
      ({ usedValues }) => usedValues.map(({ value, resourceCount }) => `${value} (${resourceCount})`).join("; "),
    ],
  ],
  resourceCount: [["Resources", ({ resourceCount }) => resourceCount]],
};

/** The same for the stale queue, a row for each value; `namedByOf` gives how many statements name it, as it stands there. */
export const staleExport = (
  namedByOf: (row: SecurityAttributeListItem) => string | number,
): ExportedColumns<SecurityAttributeListItem> => ({
  attribute: [
    ["Security attribute", ({ namespace, key, usedValues }) => `${namespace}.${key}:${usedValues[0]?.value ?? ""}`],
    ["State", ({ state }) => state],
  ],
  reason: [["Why", ({ reason }) => reason]],
  namedBy: [["Named by statements", namedByOf]],
  resourceCount: [
    ["Carried by", ({ resourceCount }) => resourceCount],
    ["Such as", ({ carriers }) => carriers.map(({ displayName }) => displayName).join("; ")],
  ],
});
