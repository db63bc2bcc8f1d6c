import type { NamedAttribute } from "@/lib/zpr/policy-language/statement";
import { attributeNameKey } from "@/lib/zpr/security-attributes";

/** One text for all spellings of a name together with its value, which is compared exactly. */
export const namedAttributeKey = ({ namespace, key, value }: NamedAttribute): string =>
  `${attributeNameKey(namespace, key)}:${value}`;

/** Names are compared without regard to case, values exactly. */
export const isSameNamed = (a: NamedAttribute, b: NamedAttribute): boolean =>
  namedAttributeKey(a) === namedAttributeKey(b);

/** Whether a text that does not parse could mean this attribute: it holds its key and its value. */
export const mayName = (text: string, { key, value }: NamedAttribute): boolean => {
  const folded = text.toLowerCase().replaceAll("''", "'");
  return folded.includes(key.toLowerCase()) && folded.includes(value.toLowerCase());
};
