import type { Change } from "@/lib/contract/changes";

/** What a running change tells while it runs. */
export type ChangeProgress = Partial<
  Pick<Change, "state" | "message" | "workRequest" | "opcRequestId" | "actual" | "error" | "currentEtag" | "events">
>;

export type Publish = (progress: ChangeProgress) => void;

/** How a change ended, as far as is known. */
export type ChangeEnding = Required<Pick<Change, "state" | "message" | "error">> &
  Partial<Pick<Change, "actual" | "currentEtag" | "events">> & {
    /** Only with state `unknown`: looks once more, which may tell. */
    readonly lookAgain?: () => Promise<ChangeEnding>;
    /** Only with state `not-carried-out`: whether the controller has caught up since; `null` while it has not. */
    readonly lookLater?: () => Promise<ChangeEnding | null>;
  };

/** What of an ending a person is told. */
export function progressOf(ending: ChangeEnding): ChangeProgress {
  const { lookAgain: _lookAgain, lookLater: _lookLater, ...progress } = ending;
  return progress;
}

/** Takes what is said while it is not known how a change ended, and a look that may tell (`null`: not yet). */
export function openEnding(
  said: Pick<ChangeEnding, "message" | "error" | "actual">,
  look: () => Promise<ChangeEnding | null>,
): ChangeEnding {
  const ending: ChangeEnding = { ...said, state: "unknown", lookAgain: async () => (await look()) ?? ending };
  return ending;
}
