const octetsOf = (address: string): number => address.split(".").reduce((sum, octet) => sum * 256 + Number(octet), 0);
const addressOf = (number: number): string =>
  [24, 16, 8, 0].map((shift) => Math.floor(number / 2 ** shift) % 256).join(".");

const rangeOf = (cidr: string) => {
  const [address = "", length = "32"] = cidr.split("/");
  const size = 2 ** (32 - Number(length));
  const first = Math.floor(octetsOf(address) / size) * size;
  return { first, size };
};

/** Whether an IPv4 address (or the whole of a CIDR block) lies in a CIDR block. */
export function isInCidr(addressOrCidr: string, cidr: string): boolean {
  const outer = rangeOf(cidr);
  const inner = rangeOf(addressOrCidr);
  return inner.first >= outer.first && inner.first + inner.size <= outer.first + outer.size;
}

/** Hands out addresses of subnets, one after another. OCI keeps the first two and the last of every subnet. */
export function newAddressPlan() {
  const taken = new Map<string, number>();
  return {
    /** The next free address of a subnet with this block; throws when none is left. */
    next(subnetId: string, cidr: string): string {
      const { first, size } = rangeOf(cidr);
      const offset = (taken.get(subnetId) ?? 1) + 1;
      if (offset >= size - 1) throw new Error(`No address is left in ${cidr}`);
      taken.set(subnetId, offset);
      return addressOf(first + offset);
    },
  };
}

/** The router's address of a subnet: its first. */
export const routerOf = (cidr: string): string => addressOf(rangeOf(cidr).first + 1);
