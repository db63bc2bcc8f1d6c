import { describe, expect, it } from "vitest";
import { declaredStanding, type StandingFacts } from "@/lib/oke/compare-declared";
import type { DeclaredSetting } from "@/lib/oke/declared-setting";
import type { KubernetesEvent } from "@/lib/oke/kubernetes-objects";
import { securityAttributesFromWire } from "@/lib/zpr/security-attributes";

const set = (value: string, mode = "enforce") => ({ fin: { tier: { value, mode } } });
const textOf = (map: unknown) => JSON.stringify(map);

const setting = (more: Partial<DeclaredSetting> = {}) =>
  ({
    type: "found",
    setting: {
      object: { kind: "Service", namespace: "shop", name: "front" },
      uid: "u",
      text: textOf(set("web")),
      changedAt: "2026-11-20T10:00:00Z",
      outOfReach: null,
      ...more,
    },
  }) as const;

const facts = (stored: unknown, more: Partial<StandingFacts> = {}): StandingFacts => ({
  stored: securityAttributesFromWire(stored),
  cap: 5,
  catalog: { namespaces: [], isNamespaceListComplete: false, gaps: [] },
  events: [],
  readAt: "2026-11-20T12:00:00Z",
  ...more,
});

const event = (reason: string, lastSeenAt: string, isWarning = false): KubernetesEvent => ({
  objectUid: "u",
  isWarning,
  reason,
  message: `${reason}.`,
  count: 1,
  lastSeenAt,
});
const failed = (at: string) => event("SyncLoadBalancerFailed", at, true);

describe("declared beside stored", () => {
  it("is in step when value and mode agree, whatever members the service adds", () => {
    const stored = { FIN: { tier: { value: "web", mode: "enforce", usagetype: "zpr" } } };
    expect(declaredStanding(setting(), facts(stored)).state).toBe("in-step");
  });

  it("is in step when neither declares anything", () => {
    expect(declaredStanding(setting({ text: null }), facts({})).state).toBe("in-step");
    expect(declaredStanding(setting({ text: "{}" }), facts(null)).state).toBe("in-step");
  });

  it("is in step without a mode, with a note about that", () => {
    const standing = declaredStanding(
      setting({ text: textOf({ fin: { tier: { value: "web" } } }) }),
      facts(set("web")),
    );
    expect(standing).toMatchObject({ state: "in-step", problems: [{ code: "mode-missing" }] });
  });

  it.each([
    [set("db")],
    [set("web", "audit")],
    [{}],
    [{ ...set("web"), net: { zone: { value: "a", mode: "enforce" } } }],
  ])("was edited directly when the controller has nothing to complain of and OCI stores %j", (stored) => {
    expect(declaredStanding(setting(), facts(stored))).toMatchObject({
      state: "stored-differs",
      cause: "edited-directly",
    });
  });

  it("is a set that no manifest declares when the annotation is not there", () => {
    expect(declaredStanding(setting({ text: null }), facts(set("web")))).toMatchObject({
      state: "stored-differs",
      cause: "not-declared",
      declared: [],
    });
  });

  it("is not applied when the controller failed since the manifest was changed, and says with which event", () => {
    const events = [failed("2026-11-20T11:00:00Z"), failed("2026-11-20T11:58:00Z")];
    expect(declaredStanding(setting(), facts({}, { events }))).toMatchObject({
      state: "declared-not-applied",
      cause: "controller-failed",
      event: { reason: "SyncLoadBalancerFailed", lastSeenAt: "2026-11-20T11:58:00Z" },
    });
  });

  it("does not blame a failure that a success has ended, or one of an earlier text", () => {
    const ended = [failed("2026-11-20T11:00:00Z"), event("EnsuredLoadBalancer", "2026-11-20T11:05:00Z")];
    const earlier = [failed("2026-11-20T09:00:00Z")];
    for (const events of [ended, earlier]) {
      expect(declaredStanding(setting(), facts({}, { events }))).toMatchObject({ cause: "edited-directly" });
    }
  });

  it("may still be on its way for three minutes after a change, until the controller reports success", () => {
    const justNow = setting({ changedAt: "2026-11-20T11:58:00Z" });
    expect(declaredStanding(justNow, facts({}))).toMatchObject({ cause: "not-through", event: null });
    const events = [event("EnsuredLoadBalancer", "2026-11-20T11:59:00Z")];
    expect(declaredStanding(justNow, facts({}, { events }))).toMatchObject({ cause: "edited-directly" });
    expect(declaredStanding(setting({ changedAt: null }), facts({}))).toMatchObject({ cause: "edited-directly" });
  });

  it("is on its way while the controller is at it", () => {
    const done = event("EnsuredLoadBalancer", "2026-11-20T11:50:00Z");
    const begun = event("EnsuringLoadBalancer", "2026-11-20T11:59:00Z");
    const at = (...events: KubernetesEvent[]) => declaredStanding(setting(), facts({}, { events }));
    expect(at(done, begun)).toMatchObject({ cause: "not-through" });
    expect(at({ ...done, lastSeenAt: "2026-11-20T11:59:30Z" }, begun)).toMatchObject({ cause: "edited-directly" });
  });

  it("never waits for a controller where a StorageClass declares it", () => {
    const object = { kind: "StorageClass", namespace: null, name: "fss" } as const;
    const made = { object, changedAt: "2026-11-20T11:59:00Z" };
    expect(declaredStanding(setting(made), facts({}))).toMatchObject({ cause: "edited-directly" });
    expect(declaredStanding(setting({ ...made, outOfReach: "made-before" }), facts({}))).toMatchObject({
      state: "declared-not-applied",
      cause: "made-before",
    });
  });
});

describe("what is declared but no set", () => {
  it("is kept apart from what could not be read, with text, place and event", () => {
    const text = `{"fin":{"tier":"web"}}`;
    const events = [failed("2026-11-20T11:58:00Z")];
    expect(declaredStanding(setting({ text }), facts({}, { events }))).toMatchObject({
      state: "declared-unreadable",
      reason: "not-a-set",
      text,
      problems: [{ code: "not-a-map", line: 1, column: 16 }],
      event: { reason: "SyncLoadBalancerFailed" },
    });
    const problem = { code: "forbidden", message: "You may not." };
    expect(declaredStanding({ type: "unread", problem }, facts(set("web")))).toEqual({
      state: "declared-unreadable",
      reason: "not-readable",
      problem,
    });
  });

  it("is never in step by accident: an empty text is no empty set", () => {
    expect(declaredStanding(setting({ text: "" }), facts({})).state).toBe("declared-unreadable");
  });
});

it("what nobody declares has no manifest", () => {
  expect(declaredStanding({ type: "none", evidence: "None." }, facts({}))).toEqual({
    state: "no-manifest-found",
    evidence: "None.",
  });
});
