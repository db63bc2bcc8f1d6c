/** What can be wrong; the first four leave no set behind. */
export const manifestProblemCodes = [
  "not-json",
  "not-a-map",
  "value-not-text",
  "mode-not-text",
  "mode-missing",
  "repeated-name",
  "unknown-namespace",
  "unknown-key",
  "over-the-cap",
] as const;

/** Problems that leave no set behind. */
export const fatalCodes: readonly string[] = manifestProblemCodes.slice(0, 4);

/** What is wrong with a manifest's value, and where in its text. */
export type ManifestProblem = {
  readonly code: (typeof manifestProblemCodes)[number];
  /** One sentence for a person, without the place. */
  readonly message: string;
  /** In UTF-16 units from 0. */
  readonly offset: number;
  /** Both from 1. */
  readonly line: number;
  readonly column: number;
};

/** Writes a problem down: where, and one sentence. */
export type NoteProblem = (code: ManifestProblem["code"], offset: number, message: string) => void;
