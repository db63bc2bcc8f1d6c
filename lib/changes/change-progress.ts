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
  };

/** What of an ending a person is told. */
export const progressOf = ({ lookAgain: _lookAgain, ...progress }: ChangeEnding): ChangeProgress => progress;

/** Takes what is said while it is not known how a change ended, and a look that may tell (`null`: not yet). */
export function openEnding(
  said: Pick<ChangeEnding, "message" | "error" | "actual">,
  look: () => Promise<ChangeEnding | null>,
): ChangeEnding {
  const ending: ChangeEnding = { ...said, state: "unknown", lookAgain: async () => (await look()) ?? ending };
  return ending;
}
