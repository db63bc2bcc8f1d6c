import { describe, expect, test } from "vitest";
import { networkErrorFrom } from "@/lib/oci/network-error";

const systemError = (code: string, syscall: string): Error => Object.assign(new Error("text"), { code, syscall });
const write = { operation: "updateLoadBalancer", isWrite: true, wasSent: true };

describe("a write that failed on the network", () => {
  test.each([
    ["connect", "ECONNREFUSED"],
    ["connect", "EHOSTUNREACH"],
    ["connect", "ENETUNREACH"],
    ["getaddrinfo", "ENOTFOUND"],
    ["getaddrinfo", "EAI_AGAIN"],
  ])("in %s with %s was never sent", (syscall, code) => {
    expect(networkErrorFrom(systemError(code, syscall), write).isAmbiguous).toBe(false);
    const several = new AggregateError([systemError(code, syscall), systemError(code, syscall)]);
    expect(networkErrorFrom(several, write).isAmbiguous).toBe(false);
  });

  test.each(["EHOSTUNREACH", "ENETUNREACH", "ECONNREFUSED", "ECONNRESET", "EPIPE", "ETIMEDOUT"])(
    "in read with %s may have arrived",
    (code) => expect(networkErrorFrom(systemError(code, "read"), write).isAmbiguous).toBe(true),
  );

  test("by a cause that is not known may have arrived", () => {
    expect(networkErrorFrom(new TypeError("other"), write).isAmbiguous).toBe(true);
    expect(networkErrorFrom("text", write).isAmbiguous).toBe(true);
  });
});
