import { beforeEach, describe, expect, it } from "vitest";
import { makeLazyCache } from "@/lib/inventory/lazy-cache";
import type { OciContext } from "@/lib/oci/clients";
import type { OciErrorCode } from "@/lib/oci/error-code";
import { OciRequestError } from "@/lib/oci/errors";
import type { Principal } from "@/lib/oci/principal";

const contextOf = (cacheKey: string): OciContext => ({ principal: { cacheKey } as Principal });
const context = contextOf("a");
const place = { region: "us-ashburn-1", id: "x" };

let nowMs = 0;
let calls = 0;
let next: () => Promise<string>;
const make = () =>
  makeLazyCache<typeof place, string>({
    service: "zpr",
    operation: "listZprPolicies",
    now: () => nowMs,
    read: () => {
      calls += 1;
      return next();
    },
  });
beforeEach(() => {
  nowMs = Date.parse("2026-11-01T10:00:00Z");
  calls = 0;
  next = async () => "value";
});
const minutes = (count: number) => count * 60_000;

describe("what is read when a page asks for it", () => {
  it("is nothing before anybody asked, and asking what is known reads nothing", () => {
    expect(make().peek(context.principal, place)).toEqual({ state: "not-asked" });
    expect(calls).toBe(0);
  });

  it("is read once for all who ask within five minutes, and anew after them or on request", async () => {
    const cache = make();
    await Promise.all([cache.read(context, place), cache.read(context, { id: "x", region: "us-ashburn-1" })]);
    await cache.read(context, place);
    expect(calls).toBe(1);
    nowMs += minutes(5);
    expect(await cache.read(context, place)).toMatchObject({ readAt: "2026-11-01T10:05:00.000Z" });
    await cache.read(context, place, { isAnew: true });
    expect(calls).toBe(3);
  });

  it("is another principal's own", async () => {
    const cache = make();
    await cache.read(context, place);
    expect(cache.peek(contextOf("b").principal, place)).toEqual({ state: "not-asked" });
  });

  it("stands in the ledger, a line for each place, with when, how long, how many and why not", async () => {
    const cache = make();
    next = async () => {
      nowMs += 40;
      return "value";
    };
    await cache.read(context, place);
    next = async () => {
      throw new OciRequestError({
        code: "NotAuthorizedOrNotFound",
        message: "No.",
        operation: "listZprPolicies",
        status: 404,
      });
    };
    await cache.read(context, { ...place, region: "eu-frankfurt-1" });
    await cache.read(contextOf("b"), place);
    const common = {
      operation: "listZprPolicies",
      compartmentId: null,
      target: null,
      readAt: "2026-11-01T10:00:00.040Z",
    };
    expect(cache.ledger(context.principal)).toEqual([
      { ...common, region: "us-ashburn-1", outcome: "read", durationMs: 40, count: 1, problem: null },
      {
        ...common,
        region: "eu-frankfurt-1",
        outcome: "refused",
        durationMs: 0,
        count: 0,
        problem: { code: "NotAuthorizedOrNotFound", message: "No.", opcRequestId: null },
      },
    ]);
  });

  it("says why nothing came: refused stays, failed is tried again soon", async () => {
    const cache = make();
    const failing = (code: OciErrorCode, status: number) => async () => {
      throw new OciRequestError({ code, message: "No.", operation: "listZprPolicies", status });
    };
    next = failing("NotAuthorizedOrNotFound", 404);
    expect(await cache.read(context, place)).toMatchObject({ state: "refused" });
    nowMs += 20_000;
    await cache.read(context, place);
    expect(calls).toBe(1);
    next = failing("InternalServerError", 500);
    expect(await cache.read(context, place, { isAnew: true })).toMatchObject({ state: "failed" });
    nowMs += 20_000;
    next = async () => "back";
    expect(await cache.read(context, place)).toMatchObject({ state: "read", value: "back" });
  });
});
