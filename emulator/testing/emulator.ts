import { afterAll, beforeAll } from "vitest";
import type { EmulatedTenancy } from "@/emulator/control-client";
import type { TenancySeed } from "@/emulator/seed";
import { startEmulator, type RunningEmulator } from "@/emulator/server";
import { sdkFor, type SdkOptions } from "@/emulator/testing/sdk";
import { smallSeed } from "@/emulator/testing/small-seed";

/**
 * One emulator for a test file. `tenancy()` makes a fresh tenancy with a clock that stands still, so that nothing
 * happens unless the test moves it.
 */
export function useEmulator() {
  let emulator: RunningEmulator | null = null;
  let nextSeed: TenancySeed = smallSeed();
  let realNow: () => number = Date.now;
  const running = (): RunningEmulator => {
    if (emulator === null) throw new Error("The emulator is not running");
    return emulator;
  };
  beforeAll(async () => {
    emulator = await startEmulator({ seedFrom: () => nextSeed, now: () => realNow() });
  });
  afterAll(() => emulator?.close());

  return {
    url: () => running().url,
    operations: () => running().operations(),
    /** Changes what the emulator takes for real time; without an argument, back to the machine's. */
    setRealNow(now: () => number = Date.now) {
      realNow = now;
    },
    async tenancy(seed: TenancySeed = smallSeed(), options: { sessionSeconds?: number; hasOwnKeyPair?: boolean } = {}) {
      nextSeed = seed;
      const tenancy = await running().createTenancy(seed.name, options);
      await tenancy.setClock({ mode: "manual" });
      const sdk = (sdkOptions: SdkOptions = {}) => sdkFor(running().url, tenancy, sdkOptions);
      return { tenancy, sdk: sdk(), sdkAs: sdk };
    },
  };
}

/** Moves the clock past the end of any work request of the default pace. */
export const finishWork = (tenancy: EmulatedTenancy) => tenancy.advance(60_000);
