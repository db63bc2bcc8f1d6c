import "server-only";
import { systemClock, type ChangeClock } from "@/lib/changes/change-clock";
import { changeStoreOf } from "@/lib/changes/change-store";
import { planStoreOf, type PlanStore } from "@/lib/changes/plan/plan-store";
import { startChange, type ChangeEnvironment } from "@/lib/changes/start-change";
import type { ChangePlanStep, CreatePlanDetails } from "@/lib/contract/change-plan";
import type { Change } from "@/lib/contract/changes";
import { readEditable } from "@/lib/inventory/fresh-editable";
import { OciRequestError } from "@/lib/oci/errors";
import type { Principal } from "@/lib/oci/principal";

/** What a plan runs in. */
export type PlanEnvironment = {
  readonly principal: Principal;
  readonly clock?: ChangeClock;
  /** What the change of one resource happens in, with an inventory of that moment; `null` when nothing can be read. */
  readonly environmentFor: (resourceId: string) => Promise<ChangeEnvironment | null>;
  /** Gets what should not have been thrown; the step then counts as failed. */
  readonly onBug: (thrown: unknown) => void;
};

type Seen = CreatePlanDetails["steps"][number];
type Wanted = Pick<CreatePlanDetails, "steps" | "override">;
type StepEnding = { readonly state: "verified" | "failed"; readonly message: string };

const failed = (message: string): StepEnding => ({ state: "failed", message });

/** How often a change that runs is looked at. */
const lookMs = 250;

/** Runs the steps of one plan, one resource at a time, until one does not end as verified or somebody cancels. */
class PlanRun {
  readonly #store: PlanStore;
  readonly #environment: PlanEnvironment;
  readonly #planId: string;
  readonly #clock: ChangeClock;
  /** OCIDs that this plan has changed: their etags are not those that were reviewed any more. */
  readonly #changed = new Set<string>();

  constructor(environment: PlanEnvironment, planId: string) {
    this.#environment = environment;
    this.#planId = planId;
    this.#store = planStoreOf(environment.principal);
    this.#clock = environment.clock ?? systemClock;
  }

  async run({ steps: seen, override }: Wanted): Promise<void> {
    let end: "finished" | "stopped" | "cancelled" = "finished";
    for (const [index, step] of seen.entries()) {
      const plan = this.#store.get(this.#planId);
      if (plan === null || plan.state === "cancelling") {
        end = "cancelled";
        break;
      }
      this.#store.updateStep(this.#planId, index, { state: "running", message: "It is being changed." });
      const ending = await this.#step(index, step, override);
      this.#store.updateStep(this.#planId, index, ending);
      if (ending.state === "failed") {
        end = "stopped";
        break;
      }
    }
    const steps = (this.#store.get(this.#planId)?.steps ?? []).map((step): ChangePlanStep =>
      step.state === "waiting" ? { ...step, state: "not-run", message: "Nothing was written to it." } : step,
    );
    // What was cancelled after its last step began is done all the same.
    const state = end === "cancelled" && steps.every((step) => step.state === "verified") ? "finished" : end;
    this.#store.update(this.#planId, { state, steps, finishedAt: new Date(this.#clock.now()).toISOString() });
  }

  async #step(index: number, seen: Seen, override: Wanted["override"]): Promise<StepEnding> {
    try {
      return await this.#change(index, seen, override);
    } catch (thrown) {
      if (thrown instanceof OciRequestError) return failed(`It could not be read, so it was left: ${thrown.message}`);
      this.#environment.onBug(thrown);
      return failed("The console failed while it changed this resource. Its log says why. Read the resource again.");
    }
  }

  async #change(index: number, seen: Seen, override: Wanted["override"]): Promise<StepEnding> {
    const { resourceId } = seen;
    const environment = await this.#environment.environmentFor(resourceId);
    if (environment === null) return failed("The tenancy could not be read, so it was left.");
    const operations = this.#store.get(this.#planId)?.steps[index]?.operations ?? [];
    const ocid = environment.inventory.resources.find(({ id }) => id === resourceId)?.ocid ?? resourceId;
    const etag = this.#changed.has(ocid) ? await this.#etagNow(environment, seen) : seen.etag;
    const details = { ...seen, etag, operations, ...(override !== undefined && { override }) };
    const started = await startChange(environment, details, { isNameChecked: true });
    if (!started.ok) return failed(started.body.message);
    this.#store.updateStep(this.#planId, index, { changeId: started.change.id, after: started.change.after });
    const change = await this.#followed(started.change, started.ended);
    this.#changed.add(ocid);
    if (change.state === "verified") return { state: "verified", message: change.message };
    const cause = change.error === null ? "" : ` ${change.error.message}`;
    return failed(`${change.message}${cause}`);
  }

  /** The set that was reviewed must still stand there: `startChange` compares it. */
  async #etagNow(environment: ChangeEnvironment, { resourceId, etag }: Seen): Promise<string> {
    const read = await readEditable(environment.ociContext, environment.inventory, resourceId);
    return read?.editable.etag ?? etag;
  }

  /** The change as it ended, or as it stands once nobody waits for it any more. */
  async #followed(change: Change, ended: Promise<void>): Promise<Change> {
    const changes = changeStoreOf(this.#environment.principal);
    let isOver = false;
    const over = ended.then(() => (isOver = true));
    for (;;) {
      const now = changes.get(change.id) ?? change;
      if (isOver || now.isFinished || now.isLongWatch === true) return now;
      await Promise.race([over, this.#clock.sleep(lookMs)]);
    }
  }
}

/** Runs a plan that is in the store to its end. Never rejects. */
export const runPlan = (environment: PlanEnvironment, planId: string, wanted: Wanted): Promise<void> =>
  new PlanRun(environment, planId).run(wanted);
