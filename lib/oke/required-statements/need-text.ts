import type { NeedPlace, Party, StatementNeed, VcnAttributes } from "@/lib/oke/required-statements/statement-need";
import { printAttribute } from "@/lib/zpr/policy-language/print-statement";

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
  const { protocol, from, to } = ports;
  return ` with protocol='${protocol}/${from === to ? from : `${from}-${to}`}'`;
};

/** `in … VCN`; `null` for a VCN that carries nothing a location could name. */
function locationText(vcn: VcnAttributes): string | null {
  const attribute = vcn?.find(({ unreadable }) => unreadable === null);
  return attribute === undefined ? null : `in ${printAttribute(attribute)} VCN`;
}

const textIn = (place: NeedPlace, source: string, target: string): string | null => {
  if (place.form === "same-vcn") {
    const location = locationText(place.vcn);
    return location && `${location} allow ${source} to connect to ${target}`;
  }
  const [from, to] = [locationText(place.source), locationText(place.target)];
  return from && to && `allow ${source} ${from} to connect to ${target} ${to}`;
};

/** The statement that a need asks for, with placeholders where only people know; `null` while no location can be named. */
export const needText = (need: StatementNeed): string | null =>
  textIn(need.place, partyText(need.source), `${partyText(need.target)}${portsText(need)}`);

/** Whether its text has a placeholder. */
export const isTemplate = ({ source, target }: StatementNeed): boolean =>
  [source, target].some(({ kind }) => kind === "unknown" || kind === "clients");
