"use client";

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import * as v from "valibot";
import { type EditHoldAnswer, heldEditSchema } from "@/lib/contract/edit-hold";
import type { EffectDetails } from "@/lib/contract/effect";
import type { Override } from "@/lib/contract/override";
import type { ApiError } from "@/lib/queries/api-error";
import { editHoldQuery } from "@/lib/queries/guards";

/** What the guards say of an edit, and what a person enters to go on against them. */
export type GuardConfirmation = {
  /** `undefined` until they were asked. */
  readonly hold: EditHoldAnswer | undefined;
  readonly error: ApiError | null;
  readonly retry: () => void;
  readonly typed: string;
  readonly setTyped: (typed: string) => void;
  readonly reason: string;
  readonly setReason: (reason: string) => void;
  /** Why the edit cannot be sent yet; `undefined` where nothing stands against it, or enough was entered. */
  readonly disabledReason: string | undefined;
  /** To be sent with the edit. */
  readonly override: Override | undefined;
};

const nothing: EffectDetails = { type: "policy", policyId: null, name: "", statements: null };

/** What the server refused the edit for: newer than what was asked before. */
function heldFrom(refusal: ApiError | null): EditHoldAnswer | undefined {
  const parsed = v.safeParse(heldEditSchema, refusal?.body);
  return parsed.success ? parsed.output.hold : undefined;
}

/** Asks the guards about an edit under review; `details` is `null` while there is none. */
export function useGuardConfirmation(details: EffectDetails | null, refusal: ApiError | null): GuardConfirmation {
  const query = useQuery({ ...editHoldQuery(details ?? nothing), enabled: details !== null });
  const [typed, setTyped] = useState("");
  const [reason, setReason] = useState("");
  // What is still being read is no answer yet.
  const asked = query.data?.isReading === true ? undefined : query.data;
  const hold = heldFrom(refusal) ?? asked;
  const name = hold?.nameToType ?? null;
  return {
    hold,
    error: hold === undefined ? query.error : null,
    retry: () => void query.refetch(),
    typed,
    setTyped,
    reason,
    setReason,
    disabledReason:
      name === null
        ? undefined
        : typed !== name
          ? `Guards stand against it: type ${name} first`
          : reason.trim() === ""
            ? "Guards stand against it: give a reason first"
            : undefined,
    override:
      hold === undefined || name === null
        ? undefined
        : { name: typed, reason: reason.trim(), seen: hold.reasons.map(({ id }) => id) },
  };
}
