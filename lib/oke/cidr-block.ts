/** An IPv4 address as a number, `null` for anything else. */
function ipv4NumberOf(text: string): number | null {
  const parts = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/.exec(text)?.slice(1).map(Number);
  if (parts === undefined || parts.some((part) => part > 255)) return null;
  return parts.reduce((number, part) => number * 256 + part, 0);
}

/**
 * Whether an address lies in a CIDR block (`10.0.8.0/22`). IPv4 only: an IPv6 address, or text that is neither, is in
 * no block, so that it is never taken for evidence.
 */
export function isInCidrBlock(ipAddress: string, cidrBlock: string): boolean {
  const [network = "", prefix = ""] = cidrBlock.split("/");
  const address = ipv4NumberOf(ipAddress);
  const start = ipv4NumberOf(network);
  if (address === null || start === null || !/^\d{1,2}$/.test(prefix) || Number(prefix) > 32) return false;
  const size = 2 ** (32 - Number(prefix));
  return Math.floor(address / size) === Math.floor(start / size);
}
