import { createHash } from "node:crypto";

const base32 = "abcdefghijklmnopqrstuvwxyz234567";
const uniqueLength = 60;
const prefix = "aaaa";

const letters = (text: string, count: number): string => {
  const bytes = createHash("sha512").update(text).digest();
  let bits = 0;
  let held = 0;
  let out = "";
  for (const byte of bytes) {
    held = ((held << 8) | byte) & 0xffff;
    bits += 8;
    while (bits >= 5 && out.length < count) {
      bits -= 5;
      out += base32.charAt((held >> bits) & 31);
    }
  }
  return out;
};

/**
 * The OCID of a thing from its readable name: the same name always gives the same OCID. `region` is the region's part
 * of the OCID (`iad`, `eu-frankfurt-1`) and empty for things that belong to the tenancy. Clusters and node pools end in
 * a word of eleven letters beginning with `c` and `n`, as OKE's do, because node names are made of them.
 */
export function ocidOf(type: string, name: string, region = ""): string {
  const unique = prefix + letters(`${type}|${region}|${name}`, uniqueLength - prefix.length);
  const initial = type === "cluster" ? "c" : type === "nodepool" ? "n" : null;
  const ended = initial === null ? unique : unique.slice(0, -11) + initial + unique.slice(-10);
  return `ocid1.${type}.oc1.${region}.${ended}`;
}

/** Eleven letters at the end of an OCID: what OKE builds node names of. */
export const ocidTail = (ocid: string): string => ocid.slice(-11);

/** A UUID from a readable name, of the form that Kubernetes gives its objects. */
export function uuidOf(name: string): string {
  const hex = createHash("sha256").update(name).digest("hex");
  const variant = "89ab".charAt(Number.parseInt(hex.charAt(16), 16) % 4);
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `4${hex.slice(13, 16)}`,
    variant + hex.slice(17, 20),
    hex.slice(20, 32),
  ].join("-");
}

/** A moment between June 2025 and September 2026 from a readable name, as ISO text: seeds have no clock. */
export function momentOf(name: string): string {
  const first = Date.UTC(2025, 5, 1);
  const days = createHash("sha256").update(name).digest().readUInt32BE(0) % (480 * 86_400);
  return new Date(first + days * 1000).toISOString();
}
