/** A block of addresses; a single address is the block of its full length. */
export type IpBlock = {
  readonly family: 4 | 6;
  /** The address as it was written, 4 numbers of 8 bits or 8 of 16. */
  readonly parts: readonly number[];
  readonly prefixLength: number;
};

const widthOf = { 4: 8, 6: 16 } as const;
const bitsOf = { 4: 32, 6: 128 } as const;
/** Longest text that can be an address, so that nothing longer is looked at. */
const maxLength = 49;

/** Takes `10.0.0.1`, `10.0.0.0/16`, `2001:db8::/32`; gives `null` for what is no address. */
export function ipBlockFrom(text: string): IpBlock | null {
  if (text.length > maxLength) return null;
  const [address = "", prefix, ...rest] = text.split("/");
  if (rest.length > 0) return null;
  const family = address.includes(":") ? 6 : 4;
  const parts = family === 6 ? ipv6PartsOf(address) : ipv4PartsOf(address);
  if (parts === null) return null;
  if (prefix === undefined) return { family, parts, prefixLength: bitsOf[family] };
  if (!/^(?:0|[1-9]\d{0,2})$/u.test(prefix) || Number(prefix) > bitsOf[family]) return null;
  return { family, parts, prefixLength: Number(prefix) };
}

function ipv4PartsOf(text: string): readonly number[] | null {
  const parts = text.split(".");
  if (parts.length !== 4 || parts.some((part) => !/^(?:0|[1-9]\d{0,2})$/u.test(part) || Number(part) > 255))
    return null;
  return parts.map(Number);
}

function ipv6PartsOf(text: string): readonly number[] | null {
  const halves = text.split("::");
  if (halves.length > 2) return null;
  const [head, tail] = halves.map((half) => (half === "" ? [] : groupsOf(half)));
  if (head === null || tail === null || head === undefined) return null;
  if (tail === undefined) return head.length === 8 ? head : null;
  const missing = 8 - head.length - tail.length;
  return missing < 1 ? null : [...head, ...Array.from({ length: missing }, () => 0), ...tail];
}

function groupsOf(text: string): number[] | null {
  const groups = text.split(":");
  const last = groups.at(-1) ?? "";
  const embedded = last.includes(".") ? ipv4PartsOf(last) : null;
  if (last.includes(".") && embedded === null) return null;
  const [a = 0, b = 0, c = 0, d = 0] = embedded ?? [];
  const hex = embedded === null ? groups : groups.slice(0, -1);
  if (hex.some((group) => !/^[\da-f]{1,4}$/iu.test(group))) return null;
  return [...hex.map((group) => Number.parseInt(group, 16)), ...(embedded === null ? [] : [a * 256 + b, c * 256 + d])];
}

function masked({ family, parts }: IpBlock, prefixLength: number): readonly number[] {
  const width = widthOf[family];
  return parts.map((part, index) => {
    const kept = Math.min(width, Math.max(0, prefixLength - index * width));
    return part - (part % 2 ** (width - kept));
  });
}

/** Whether the address has bits set behind its prefix: `192.168.1.1/16`. */
export function hasHostBits(block: IpBlock): boolean {
  return masked(block, block.prefixLength).some((part, index) => part !== block.parts[index]);
}

/** One text for all spellings of a block, host bits left out: `192.168.0.0/16`. A full prefix is written too. */
export function ipBlockText(block: IpBlock, prefixLength = block.prefixLength): string {
  const parts = masked(block, prefixLength);
  if (block.family === 4) return `${parts.join(".")}/${prefixLength}`;
  const groups = parts.map((part) => part.toString(16)).join(":");
  const zeros = [...groups.matchAll(/\b0(?::0)+\b/gu)].toSorted((a, b) => b[0].length - a[0].length)[0];
  if (zeros === undefined) return `${groups}/${prefixLength}`;
  const [head, tail] = [groups.slice(0, zeros.index), groups.slice(zeros.index + zeros[0].length)];
  return `${head.replace(/:$/u, "")}::${tail.replace(/^:/u, "")}/${prefixLength}`;
}

/** Whether every address of one block is in the other. */
export function isBlockWithin(inner: IpBlock, outer: IpBlock): boolean {
  if (inner.family !== outer.family || inner.prefixLength < outer.prefixLength) return false;
  const network = masked(outer, outer.prefixLength);
  return masked(inner, outer.prefixLength).every((part, index) => part === network[index]);
}
