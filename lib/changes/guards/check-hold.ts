import "server-only";
import { type GuardReadings, judgeEdit } from "@/lib/changes/guards/judge-edit";
import type { EditReadings } from "@/lib/changes/stages-of-edit";
import type { EditHoldAnswer, HeldEdit } from "@/lib/contract/edit-hold";
import type { EffectDetails } from "@/lib/contract/effect";
import type { Override, RecordedOverride } from "@/lib/contract/override";
import type { ApiErrorBody } from "@/lib/contract/page";

/** How an edit comes by what it is held against. */
export type GuardEnvironment = {
  /** Reads both anew: what is judged right before a write must not be old. */
  readonly read: () => Promise<GuardReadings>;
  /** Hears that somebody went on against guards. */
  readonly onOverride: (override: RecordedOverride & { readonly edit: string }) => void;
};

export type HoldRefusal = {
  readonly ok: false;
  readonly status: 400 | 409;
  readonly body: HeldEdit | ApiErrorBody;
};

type Passed = { readonly ok: true; readonly override: RecordedOverride | null };

function held(hold: EditHoldAnswer, isReviewed: boolean): HoldRefusal {
  const message = isReviewed
    ? "Since you reviewed the edit, more stands against it. Nothing was written."
    : "Guards stand against this edit. Nothing was written.";
  return { ok: false, status: 409, body: { code: "HeldByGuards", message, hold } };
}

/**
 * Whether an edit may be made as guards see it. Nothing stands against it, or a person typed the name and gave a reason
 * for going on against all that does: an override is worth nothing against what its author has not seen.
 */
export function checkHold(hold: EditHoldAnswer, override: Override | undefined): Passed | HoldRefusal {
  const { reasons, nameToType } = hold;
  if (reasons.length === 0) return { ok: true, override: null };
  if (override === undefined) return held(hold, false);
  if (reasons.some(({ id }) => !override.seen.includes(id))) return held(hold, true);
  if (override.name !== nameToType) {
    const message = `The name that was typed is not ${nameToType}. Nothing was written.`;
    return { ok: false, status: 400, body: { code: "InvalidParameter", message, field: "override.name" } };
  }
  return { ok: true, override: { reason: override.reason, against: reasons.map(({ text }) => text) } };
}

/**
 * Holds an edit against the guards as they are at this moment, right before it is written. `isNameChecked`: the name was
 * typed for a whole of which this is a part. Throws `OciRequestError` when a resource cannot be read.
 */
export async function holdNow(
  { guards, ...readings }: EditReadings & { readonly guards: GuardEnvironment },
  details: EffectDetails,
  {
    override,
    edit,
    isNameChecked = false,
  }: {
    readonly override: Override | undefined;
    /** What is edited, for the log. */
    readonly edit: string;
    readonly isNameChecked?: boolean;
  },
): Promise<Passed | HoldRefusal> {
  const hold = await judgeEdit(readings, await guards.read(), details);
  const checked = checkHold(
    hold,
    isNameChecked && override ? { ...override, name: hold.nameToType ?? override.name } : override,
  );
  if (checked.ok && checked.override !== null) guards.onOverride({ ...checked.override, edit });
  return checked;
}
