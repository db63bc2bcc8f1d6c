import { randomBytes } from "node:crypto";

const letters = "abcdefghijklmnopqrstuvwxyz234567";

/** A fresh, well-formed OCID. Ids are the one thing that differs from run to run. */
export function newOcid(type: string, regionName = ""): string {
  const unique = [...randomBytes(52)].map((byte) => letters[byte % letters.length]).join("");
  return `ocid1.${type}.oc1.${shortRegion(regionName)}.aaaaaaaa${unique}`;
}

/** The two oldest regions stand in OCIDs by their key; the others by their name. */
function shortRegion(regionName: string): string {
  if (regionName === "us-ashburn-1") return "iad";
  if (regionName === "us-phoenix-1") return "phx";
  return regionName;
}
