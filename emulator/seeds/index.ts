import type { TenancySeed } from "@/emulator/seed";
import { acmeSeed, restrictedSeed } from "@/emulator/seeds/acme/acme";
import { emptySeed } from "@/emulator/seeds/empty";
import { fleetSeed } from "@/emulator/seeds/fleet";
import { hostileSeed } from "@/emulator/seeds/hostile";
import { recordedSeed } from "@/emulator/seeds/recorded/recorded";
import { scaleSeed } from "@/emulator/seeds/scale";

const plainSeeds: ReadonlyMap<string, () => TenancySeed> = new Map([
  ["acme", acmeSeed],
  ["empty", emptySeed],
  ["restricted", restrictedSeed],
  ["hostile", hostileSeed],
]);

export const seedNames = [...plainSeeds.keys(), "scale:N", "fleet:N", "recorded:DIR"];

/**
 * The seed of a name: `acme`, `empty`, `restricted`, `hostile`, `scale:N` (N clusters),
 * `fleet:N` (N node pools of one cluster), `recorded:DIR` (a directory of answers of Oracle's CLI). Throws an error that lists the names for any other.
 */
export function seedFrom(name: string): TenancySeed {
  const plain = plainSeeds.get(name);
  if (plain !== undefined) return plain();
  const clusters = /^scale:([1-9][0-9]{0,3})$/.exec(name)?.[1];
  if (clusters !== undefined) return scaleSeed(Number(clusters));
  const pools = /^fleet:([1-9][0-9]?)$/.exec(name)?.[1];
  if (pools !== undefined) return fleetSeed(Number(pools));
  const directory = /^recorded:(.+)$/s.exec(name)?.[1];
  if (directory !== undefined) return recordedSeed(directory);
  throw new Error(`There is no seed "${name}". The seeds are ${seedNames.join(", ")}.`);
}
