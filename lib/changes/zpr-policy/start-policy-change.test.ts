import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { startEmulator, type RunningEmulator } from "@/emulator/server";
import { getPolicyChange, runningPolicyChangeIdOf } from "@/lib/changes/zpr-policy/list-policy-changes";
import { textOf } from "@/lib/changes/zpr-policy/policy-reading";
import { startPolicyChange } from "@/lib/changes/zpr-policy/start-policy-change";
import { makePolicyWorld, region, type PolicyWorld } from "@/lib/changes/zpr-policy/testing/policy-world";
import { writeZprPolicy } from "@/lib/oci/write-zpr-policy";

let emulator: RunningEmulator;
let world: PolicyWorld;
beforeAll(async () => void (emulator = await startEmulator()));
afterAll(() => emulator.close());
beforeEach(async () => void (world = await makePolicyWorld(emulator)));

const statement = "in network.vcn:prod-iad VCN allow app.tier:web endpoints to connect to app.tier:api endpoints";
const text = { description: "Web to API", statements: [statement] };
const theirs = { description: "Theirs", statements: [statement.replace("web", "edge")] };
const create = { action: "create", name: "web-to-api", text } as const;

/** Somebody else writes the policy meanwhile. */
async function otherWrites(name: string) {
  const { policy, etag } = await world.read(name);
  const write = { action: "update", policyId: policy.id, etag, text: theirs } as const;
  await writeZprPolicy(world.ociContext, { region, write });
  await world.tenancy.advance(10_000);
}

describe("a change that nothing stands in the way of", () => {
  test("makes a policy, learns its OCID, follows the work request and sees it ACTIVE", async () => {
    const change = await world.change(create);
    const { policy } = await world.read("web-to-api");
    expect(policy.lifecycleState).toBe("ACTIVE");
    expect(change).toMatchObject({
      action: "create",
      policyId: policy.id,
      state: "verified",
      isFinished: true,
      before: null,
      after: text,
      workRequest: { operationType: "CREATE_ZPR_POLICY", status: "SUCCEEDED" },
    });
  });

  test("replaces the text of a policy", async () => {
    const change = await world.change(await world.updateOf("payments-flows", text));
    expect(change).toMatchObject({ state: "verified", policyName: "payments-flows", after: text, actual: null });
    expect((await world.read("payments-flows")).policy).toMatchObject(text);
  });

  test("deletes a policy", async () => {
    expect(await world.change(await world.deletionOf("edge-open"))).toMatchObject({ state: "verified", after: null });
    await expect(world.read("edge-open")).rejects.toThrow("No policy is named");
  });
});

describe("a change that is refused before anything is written", () => {
  const refusalOf = async (details: Parameters<typeof startPolicyChange>[1]) => {
    const started = await startPolicyChange(world.environment, details);
    expect(await world.writes()).toEqual([]);
    return started.ok ? null : started;
  };

  test("has a name that another policy has in other letters", async () => {
    expect(await refusalOf({ ...create, name: "Payments-Flows" })).toMatchObject({
      status: 409,
      body: { code: "NameTaken", field: "name" },
    });
  });

  test("starts from a text that somebody else has replaced: both versions are given", async () => {
    const details = await world.updateOf("payments-flows", text);
    await otherWrites("payments-flows");
    await world.tenancy.clearRequests();
    const { etag } = await world.read("payments-flows");
    expect(await refusalOf(details)).toMatchObject({
      status: 409,
      body: { code: "ResourceChanged", seen: details.seen, current: theirs, currentEtag: etag },
    });
  });

  test("has no difference", async () => {
    const { policy } = await world.read("payments-flows");
    const details = await world.updateOf("payments-flows", textOf(policy));
    expect(await refusalOf(details)).toMatchObject({ status: 400, body: { field: "text" } });
  });

  test("is of a policy that ZPR is at work on", async () => {
    const details = await world.updateOf("observability-scrape", text);
    expect(await refusalOf(details)).toMatchObject({ status: 409, body: { code: "IncorrectState" } });
  });

  test("is of a policy that is not there", async () => {
    const details = { ...(await world.deletionOf("edge-open")), policyId: "ocid1.zprpolicy.oc1..none" };
    expect(await refusalOf(details)).toMatchObject({ status: 404 });
  });

  test("comes while another of the same policy runs; one of another policy may", async () => {
    const [details, other] = [await world.updateOf("payments-flows", text), await world.deletionOf("edge-open")];
    const first = await startPolicyChange(world.environment, details);
    expect(await startPolicyChange(world.environment, details)).toMatchObject({ ok: false, status: 409 });
    const second = await startPolicyChange(world.environment, other);
    expect([first.ok, second.ok]).toEqual([true, true]);
    for (const started of [first, second]) if (started.ok) await started.ended;
    expect(await world.writes()).toHaveLength(2);
  });
});

describe("a change that ZPR takes and does not carry out", () => {
  test("ends as failed with the work request's reason", async () => {
    const message = "The policy names too many VCNs.";
    await world.tenancy.addFault({ effect: { kind: "work-request-fails", code: "LimitExceeded", message } });
    expect(await world.change(await world.updateOf("payments-flows", text))).toMatchObject({
      state: "failed",
      error: { code: "LimitExceeded", message },
      actual: { description: "Edge to gateway, gateway to ledger, ledger to its storage" },
    });
  });

  test("ends as not applied when ZPR reports success and a fresh read does not show it", async () => {
    await world.tenancy.addFault({ effect: { kind: "without-effect" } });
    expect(await world.change(await world.updateOf("payments-flows", text))).toMatchObject({ state: "not-applied" });
  });

  test("ends as not applied when the policy needs attention, with the reason", async () => {
    await world.tenancy.addFault({ effect: { kind: "needs-attention" } });
    expect(await world.change(create)).toMatchObject({
      state: "not-applied",
      message:
        "The policy has the new text, but its state is NEEDS_ATTENTION: The policy could not be applied in 1 VCN.",
      workRequest: { status: "NEEDS_ATTENTION" },
    });
  });

  test("ends as failed when the service refuses it, which has written nothing", async () => {
    const statements = ["allow everything"];
    expect(await world.change({ ...create, text: { ...text, statements } })).toMatchObject({
      state: "failed",
      error: { message: "The policy contains invalid statements" },
    });
  });
});

describe("a change that meets another", () => {
  test("between its check and its write ends as failed with what is there now", async () => {
    const details = await world.updateOf("payments-flows", text);
    const effect = { kind: "error", status: 412, code: "NoEtagMatch" } as const;
    await world.tenancy.addFault({ operation: "updateZprPolicy", count: 1, effect });
    expect(await world.change(details)).toMatchObject({
      state: "failed",
      error: { code: "ResourceChanged" },
      actual: details.seen,
      after: text,
    });
  });
});

describe("a change whose answer is lost is never sent again", () => {
  const lose = (operation: string, when: "before" | "after") =>
    world.tenancy.addFault({ operation, count: 1, effect: { kind: "reset", when } });

  test.each(["create", "update", "delete"] as const)("and a %s that arrived is seen by reading", async (action) => {
    await lose(`${action}ZprPolicy`, "after");
    const change = await world.change(
      action === "create"
        ? create
        : action === "update"
          ? await world.updateOf("payments-flows", text)
          : await world.deletionOf("edge-open"),
    );
    expect(change).toMatchObject({ state: "verified", policyId: expect.stringContaining("ocid1.zprpolicy") });
    expect(await world.writes()).toHaveLength(1);
  });

  test.each(["create", "update", "delete"] as const)("and a %s that did not arrive is seen not to", async (action) => {
    await lose(`${action}ZprPolicy`, "before");
    const change = await world.change(
      action === "create"
        ? create
        : action === "update"
          ? await world.updateOf("payments-flows", text)
          : await world.deletionOf("edge-open"),
    );
    expect(change).toMatchObject({ state: "failed", isFinished: true });
    expect(change.message).toMatch(/did not arrive|came to be/);
    expect(await world.writes()).toHaveLength(1);
  });

  test("and a policy that somebody else changed meanwhile shows what they wrote", async () => {
    const details = await world.updateOf("payments-flows", text);
    await lose("updateZprPolicy", "before");
    const { environment } = world;
    let isWritten = false;
    const sleep = async (milliseconds: number) => {
      if (!isWritten) await otherWrites("payments-flows");
      isWritten = true;
      await environment.clock?.sleep(milliseconds);
    };
    const clock = environment.clock && { ...environment.clock, sleep };
    const started = await startPolicyChange({ ...environment, ...(clock && { clock }) }, details);
    if (!started.ok) throw new Error("The change was refused.");
    await started.ended;
    expect(getPolicyChange(world.ociContext, started.change.id)).toMatchObject({
      state: "failed",
      error: { code: "ResourceChanged" },
      actual: theirs,
    });
  });
});

describe("a change of which half an hour does not tell how it ended", () => {
  const broken = { kind: "error", status: 500, code: "InternalServerError" } as const;
  const now = (id: string) => getPolicyChange(world.ociContext, id);

  /** Its answer is lost, and then nothing of ZPR can be read until `until` says so. */
  async function lostChange(until: (minute: number) => Promise<void>) {
    const details = await world.updateOf("payments-flows", text);
    await world.tenancy.addFault({
      operation: "updateZprPolicy",
      count: 1,
      effect: { kind: "reset", when: "after" },
    });
    await world.tenancy.addFault({ operation: "getZprPolicy", skip: 1, effect: broken });
    const { environment } = world;
    let minutes = 0;
    const sleep = async (milliseconds: number) => {
      await environment.clock?.sleep(milliseconds);
      if (milliseconds === 60_000) await until((minutes += 1));
    };
    const started = await startPolicyChange(
      { ...environment, ...(environment.clock && { clock: { ...environment.clock, sleep } }) },
      details,
    );
    if (!started.ok) throw new Error("The change was refused.");
    return started;
  }

  test("is looked at every minute, for days if it must be, and ends when a read shows it", async () => {
    const seen: unknown[] = [];
    const started = await lostChange(async (minute) => {
      if (minute === 1)
        seen.push(now("change-1"), runningPolicyChangeIdOf(world.ociContext, started.change.policyId ?? ""));
      if (minute !== 2) return;
      await world.environment.clock?.sleep(3 * 24 * 60 * 60_000);
      await world.tenancy.clearFaults();
    });
    await started.ended;
    expect(seen).toEqual([
      expect.objectContaining({
        state: "unknown",
        isFinished: false,
        isLongWatch: true,
        message: expect.stringContaining("for as long as it runs"),
      }),
      // It does not keep the policy from being edited.
      null,
    ]);
    expect(now(started.change.id)).toMatchObject({ state: "verified", isFinished: true, isLongWatch: false });
    expect(await world.writes()).toHaveLength(1);
    expect(world.bugs).toEqual([]);
  });

  test("is given up when the policy is changed again meanwhile", async () => {
    const started = await lostChange(async (minute) => {
      if (minute !== 2) return;
      await world.tenancy.clearFaults();
      await world.change(await world.updateOf("payments-flows", theirs));
    });
    await started.ended;
    expect(now(started.change.id)).toMatchObject({
      state: "unknown",
      isFinished: true,
      message: expect.stringContaining("was changed again since"),
    });
  });
});
