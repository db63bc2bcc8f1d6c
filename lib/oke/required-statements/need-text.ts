import type { Party, StatementNeed } from "@/lib/oke/required-statements/statement-need";
import { printAttribute } from "@/lib/zpr/policy-language/print-statement";
import type { SecurityAttribute } from "@/lib/zpr/security-attribute";

function partyText(party: Party): string {
  switch (party.kind) {
    case "attribute":
      return `${printAttribute(party.attributes[0])} endpoints`;
    case "block":
      return `'${party.block}'`;
    case "unknown":
    case "clients":
      return `'${party.placeholder}'`;
  }
}

const portsText = ({ ports }: StatementNeed): string => {
  if (ports === null) return "";
  return ` with protocol='tcp/${ports.from === ports.to ? ports.from : `${ports.from}-${ports.to}`}'`;
};

/** The statement that a need asks for, for VCNs that carry an attribute, with placeholders where only people know. */
export const needText = (need: StatementNeed, vcn: SecurityAttribute): string =>
  `in ${printAttribute(vcn)} VCN allow ${partyText(need.source)} to connect to ${partyText(need.target)}${portsText(need)}`;

/** Whether its text has a placeholder. */
export const isTemplate = ({ source, target }: StatementNeed): boolean =>
  [source, target].some(({ kind }) => kind === "unknown" || kind === "clients");
