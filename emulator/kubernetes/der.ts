/** The few forms of DER (X.690) that a certificate is made of. Every function gives a whole element: tag, length, content. */

const tags = {
  boolean: 0x01,
  integer: 0x02,
  bitString: 0x03,
  octetString: 0x04,
  objectIdentifier: 0x06,
  utf8String: 0x0c,
  generalizedTime: 0x18,
  sequence: 0x30,
  set: 0x31,
} as const;

export function element(tag: number, content: Uint8Array): Buffer {
  return Buffer.concat([Buffer.from([tag]), lengthOf(content.length), content]);
}

export const sequence = (...items: readonly Uint8Array[]): Buffer => element(tags.sequence, Buffer.concat(items));
export const set = (...items: readonly Uint8Array[]): Buffer => element(tags.set, Buffer.concat(items));
export const octetString = (content: Uint8Array): Buffer => element(tags.octetString, content);
export const utf8String = (text: string): Buffer => element(tags.utf8String, Buffer.from(text, "utf8"));
export const isTrue: Buffer = element(tags.boolean, Buffer.from([0xff]));

/** A number that is not negative, as big-endian bytes. */
export function integer(bytes: Uint8Array): Buffer {
  const start = bytes.findIndex((byte) => byte !== 0);
  const digits = start === -1 ? Buffer.from([0]) : Buffer.from(bytes.subarray(start));
  const isNegative = (digits[0] ?? 0) >= 0x80;
  return element(tags.integer, isNegative ? Buffer.concat([Buffer.from([0]), digits]) : digits);
}

/** Bits that fill whole bytes, but for `unusedBits` at the end of the last. */
export function bitString(content: Uint8Array, unusedBits = 0): Buffer {
  return element(tags.bitString, Buffer.concat([Buffer.from([unusedBits]), content]));
}

/** An object identifier from its dotted form, `2.5.29.17`. */
export function objectIdentifier(dotted: string): Buffer {
  const [first = 0, second = 0, ...rest] = dotted.split(".").map(Number);
  return element(tags.objectIdentifier, Buffer.from([first * 40 + second, ...rest.flatMap(base128)]));
}

/** A moment in ms since 1970, to the second. */
export function generalizedTime(at: number): Buffer {
  const digits = new Date(at)
    .toISOString()
    .replace(/\.\d+Z$/, "Z")
    .replaceAll(/[-:T]/g, "");
  return element(tags.generalizedTime, Buffer.from(digits, "ascii"));
}

/** An element with a context-specific tag: `constructed` ones hold elements, the others bare content. */
export function contextSpecific(number: number, content: Uint8Array, form: "constructed" | "primitive"): Buffer {
  return element((form === "constructed" ? 0xa0 : 0x80) | number, content);
}

function lengthOf(count: number): Buffer {
  if (count < 0x80) return Buffer.from([count]);
  const bytes = count < 0x1_00 ? [count] : [count >> 8, count & 0xff];
  if (count > 0xff_ff) throw new Error("No element of a certificate is this long");
  return Buffer.from([0x80 | bytes.length, ...bytes]);
}

function base128(number: number): readonly number[] {
  const high = number >> 7;
  return high === 0 ? [number] : [...base128(high).map((byte) => byte | 0x80), number & 0x7f];
}
