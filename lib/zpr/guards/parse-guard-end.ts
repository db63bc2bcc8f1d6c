import type { GuardEnd } from "@/lib/zpr/guards/guard-file";
import { hasHostBits, ipBlockFrom, ipBlockText } from "@/lib/zpr/policy-language/ip-block";
import type { ProtocolSet } from "@/lib/zpr/reach/protocol-set";
import { traceProtocolFrom } from "@/lib/zpr/reach/trace-question";

/** What is wrong with a text, and what to write instead. */
export type GuardTextProblem = { readonly problem: string };

const attributePattern = /^([A-Za-z0-9_-]{1,100})\.([A-Za-z0-9_-]{1,100}):(.{1,255})$/su;
const keyPattern = /^[A-Za-z0-9_-]{1,100}:.+$/su;
const addressLike = /^[\d.]+(?:\/\d*)?$|^[\da-f:]*::[\da-f:]*(?:\/\d*)?$/iu;
const shown = (text: string) => JSON.stringify(text.length > 60 ? `${text.slice(0, 60)}…` : text);

function addressFrom(text: string): GuardEnd | GuardTextProblem | null {
  const block = ipBlockFrom(text);
  if (block === null) {
    if (!addressLike.test(text)) return null;
    return { problem: `${shown(text)} is no IP address and no CIDR block. Write one such as 10.0.0.0/16.` };
  }
  if (!hasHostBits(block)) return { kind: "address", text };
  return { problem: `${shown(text)} has host bits set behind its prefix. Write ${ipBlockText(block)}.` };
}

/** Reads one end of a line. */
export function guardEndFrom(text: string): GuardEnd | GuardTextProblem {
  if (text.trim() !== text || text === "") {
    return {
      problem: "The text is empty or begins or ends with a blank. Write what is meant, without blanks around it.",
    };
  }
  const folded = text.toLowerCase();
  if (folded === "all-endpoints") return { kind: "all-endpoints", text };
  if (folded === "osn-services" || folded === "osn-services-ip-addresses") return { kind: "osn-services", text };
  const address = addressFrom(text);
  if (address !== null) return address;
  if (!text.includes(":")) return { kind: "name", text };
  const [, namespace, key, value] = attributePattern.exec(text) ?? [];
  if (namespace !== undefined && key !== undefined && value !== undefined) {
    return { kind: "attribute", text, attribute: { namespace, key, value } };
  }
  const fix = keyPattern.test(text)
    ? `Write the namespace in front: oracle-zpr.${text}.`
    : "Write namespace.key:value, or ? for a colon in the name of a resource.";
  return { problem: `${shown(text)} is no attribute. ${fix}` };
}

/** `tcp/443`, `udp/8000-8099`, `tcp`, `icmp/8`; nothing for every protocol. */
export function guardProtocolFrom(text: string): ProtocolSet | GuardTextProblem {
  const set = traceProtocolFrom(text);
  if (set !== null) return set;
  const fix = "Write one such as tcp/443, udp/8000-8099, tcp or icmp/8, or leave the protocol out for every one.";
  return { problem: `${shown(text)} is no protocol with a port or a range. ${fix}` };
}
