import { createHash } from "node:crypto";

const base32 = "abcdefghijklmnopqrstuvwxyz234567";
const uniqueLength = 60;
const prefix = "aaaa";

/** Letters that follow from a text: two multiplicative hashes of 32 bits drive two generators side by side. */
const letters = (text: string, count: number): string => {
  let left = 0x9e3779b9;
  let right = 0x85ebca6b;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    left = Math.imul(left ^ code, 0x01000193);
    right = Math.imul(right ^ code, 0xcc9e2d51) + index;
  }
  let out = "";
  while (out.length < count) {
    left = Math.imul(left ^ (left >>> 15), 0x2c1b3c6d) + 0x6d2b79f5;
    right = Math.imul(right ^ (right >>> 13), 0x297a2d39) + 0x1b873593;
    const mixed = left ^ (right >>> 7) ^ (right << 9);
    for (let shift = 7; shift < 32 && out.length < count; shift += 5) out += base32.charAt((mixed >>> shift) & 31);
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
  let sum = 2_166_136_261;
  for (let index = 0; index < name.length; index += 1) sum = Math.imul(sum ^ name.charCodeAt(index), 16_777_619);
  const milliseconds = (sum >>> 0) * 9.6;
  return new Date(Date.UTC(2025, 5, 1) + milliseconds).toISOString();
}
