import type { Change } from "@/lib/contract/changes";

/** What a running change tells while it runs. */
export type ChangeProgress = Partial<
  Pick<Change, "state" | "message" | "workRequest" | "opcRequestId" | "actual" | "error">
>;

export type Publish = (progress: ChangeProgress) => void;

/** How a change ended. */
export type ChangeEnding = Required<Pick<Change, "state" | "message" | "error">> & Partial<Pick<Change, "actual">>;
