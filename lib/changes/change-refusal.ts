import type { ChangeConflict } from "@/lib/contract/create-change";
import type { HeldEdit } from "@/lib/contract/edit-hold";
import type { ApiErrorBody } from "@/lib/contract/page";

/** Why a change is not made, with the status and the body of the answer. Nothing was written. */
export type ChangeRefusal = {
  readonly ok: false;
  readonly status: number;
  readonly body: ApiErrorBody | ChangeConflict | HeldEdit;
};

export const refusal = (status: number, body: ApiErrorBody): ChangeRefusal => ({ ok: false, status, body });
