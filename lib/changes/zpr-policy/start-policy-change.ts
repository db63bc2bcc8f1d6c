import "server-only";
import { systemClock, type ChangeClock } from "@/lib/changes/change-clock";
import { refusal } from "@/lib/changes/change-refusal";
import { type GuardEnvironment, holdNow } from "@/lib/changes/guards/check-hold";
import {
  planPolicyChange,
  type PlannedPolicyChange,
  type PolicyRefusal,
} from "@/lib/changes/zpr-policy/plan-policy-change";
import { policyChangeStoreOf, type PolicyChangeStore } from "@/lib/changes/zpr-policy/policy-change-store";
import type { PolicyEnding } from "@/lib/changes/zpr-policy/policy-ending";
import { readMadePolicy, readPolicy } from "@/lib/changes/zpr-policy/policy-reading";
import { watchPolicyChange } from "@/lib/changes/zpr-policy/policy-watch";
import { runPolicyChange } from "@/lib/changes/zpr-policy/run-policy-change";
import type { RecordedOverride } from "@/lib/contract/override";
import type { CreateZprPolicyChangeDetails, ZprPolicyChange } from "@/lib/contract/zpr-policy-changes";
import type { Inventory } from "@/lib/inventory/inventory";
import type { OciContext } from "@/lib/oci/clients";

/** What a policy change happens in. */
export type PolicyChangeEnvironment = {
  readonly ociContext: OciContext;
  /** Its home region is the only one that takes writes of policies. */
  readonly inventory: Inventory;
  readonly guards: GuardEnvironment;
  readonly clock?: ChangeClock;
  /** Called when the change has ended and before it is called finished: reads the list of policies anew. */
  readonly onEnded: () => Promise<void>;
  /** Gets what should not have been thrown; the change then ends as unknown. */
  readonly onBug: (thrown: unknown) => void;
};

/** `ended` resolves when the change has; it never rejects. */
export type StartedPolicyChange = {
  readonly ok: true;
  readonly change: ZprPolicyChange;
  readonly ended: Promise<void>;
};

const busy = refusal(409, {
  code: "IncorrectState",
  message: "A change of this policy is under way. Wait until it has ended.",
  field: "policyId",
});

const endedByBug: PolicyEnding = {
  state: "unknown",
  message: "The console failed while it followed the change. Its log says why. Look at the policy again.",
  error: { code: "InternalServerError", message: "The console failed. Its log says why.", opcRequestId: null },
};

/** What no two changes may be of at a time: a policy, or a name that becomes one. */
const keyOf = (details: CreateZprPolicyChangeDetails): string =>
  details.action === "create" ? `name ${details.name.toLowerCase()}` : details.policyId;

const timeText = (clock: ChangeClock): string => new Date(clock.now()).toISOString();

const changeFrom = (
  plan: PlannedPolicyChange,
  override: RecordedOverride | null,
  region: string,
  clock: ChangeClock,
): ZprPolicyChange => ({
  id: clock.newId(),
  action: plan.write.action,
  policyId: plan.policyId,
  policyName: plan.name,
  region,
  state: "writing",
  isFinished: false,
  before: plan.before,
  after: plan.after,
  actual: null,
  startedAt: timeText(clock),
  finishedAt: null,
  message: "The change is being sent.",
  error: null,
  workRequest: null,
  opcRequestId: null,
  ...(override !== null && { override }),
});

type Following = {
  readonly environment: PolicyChangeEnvironment;
  readonly plan: PlannedPolicyChange;
  readonly change: ZprPolicyChange;
  readonly store: PolicyChangeStore;
  readonly clock: ChangeClock;
};

async function run({ environment, plan, change, store, clock }: Following): Promise<PolicyEnding> {
  const { ociContext } = environment;
  const region = environment.inventory.homeRegion;
  const { write, name, before, after: wanted, earlierIds } = plan;
  let zprPolicyId = plan.policyId;
  try {
    return await runPolicyChange({
      ociContext,
      region,
      write,
      before,
      wanted,
      clock,
      publish: (progress) => store.update(change.id, progress),
      onPolicyId: (id) => {
        zprPolicyId = id;
        store.update(change.id, { policyId: id });
      },
      async read() {
        if (zprPolicyId !== null) return readPolicy(ociContext, { region, zprPolicyId });
        const made = await readMadePolicy(ociContext, { region, name, earlierIds });
        if (made !== null) store.update(change.id, { policyId: made.policy.id });
        return made;
      },
    });
  } catch (thrown) {
    environment.onBug(thrown);
    return endedByBug;
  }
}

/** That the list of policies cannot be read anew takes nothing from the change. */
async function readAnew({ environment }: Following): Promise<void> {
  try {
    await environment.onEnded();
  } catch (thrown) {
    environment.onBug(thrown);
  }
}

async function watchOn({ environment, change, store, clock }: Following, first: PolicyEnding): Promise<PolicyEnding> {
  try {
    return await watchPolicyChange(first, { changeId: change.id, store, clock });
  } catch (thrown) {
    environment.onBug(thrown);
    return endedByBug;
  }
}

async function follow(following: Following, key: string): Promise<void> {
  const { change, store, clock } = following;
  let ending = await run(following);
  await readAnew(following);
  // What is still open must not keep the policy from being edited.
  store.release(key);
  if (ending.lookAgain !== undefined) {
    ending = await watchOn(following, ending);
    await readAnew(following);
  }
  const { state, message, error, actual } = ending;
  store.update(change.id, {
    state,
    message,
    error,
    actual: actual ?? null,
    isFinished: true,
    isLongWatch: false,
    finishedAt: timeText(clock),
  });
}

/**
 * Checks a change of a policy against a fresh read and, if it may be made, begins to make it. Refuses without having
 * written anything: with both versions when the policy is not as the person saw it, while another change of it runs, and
 * where guards stand against it that nobody has overridden.
 * Throws `OciRequestError` when the policies cannot be read.
 */
export async function startPolicyChange(
  environment: PolicyChangeEnvironment,
  details: CreateZprPolicyChangeDetails,
): Promise<StartedPolicyChange | PolicyRefusal> {
  const { ociContext, clock = systemClock } = environment;
  const { homeRegion } = environment.inventory;
  const store = policyChangeStoreOf(ociContext.principal);
  const key = keyOf(details);
  if (!store.reserve(key)) return busy;
  let change: ZprPolicyChange | null = null;
  try {
    const plan = await planPolicyChange(ociContext, homeRegion, details);
    if (!plan.ok) return plan;
    const statements = plan.after?.statements ?? null;
    const passed = await holdNow(
      environment,
      { type: "policy", policyId: plan.policyId, name: plan.name, statements },
      { override: details.override, edit: `policy ${plan.name}` },
    );
    if (!passed.ok) return passed;
    change = changeFrom(plan, passed.override, homeRegion, clock);
    store.add(change);
    return { ok: true, change, ended: follow({ environment, plan, change, store, clock }, key) };
  } finally {
    if (change === null) store.release(key);
  }
}
