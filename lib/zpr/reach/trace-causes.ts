import { locationCertainties } from "@/lib/zpr/reach/applications";
import { perhaps } from "@/lib/zpr/reach/certainty";
import { sideCertainties } from "@/lib/zpr/reach/match-side";
import type { ReachStatement } from "@/lib/zpr/reach/reach-statement";
import type { Cause, TracedStatement, UnknownCause } from "@/lib/zpr/reach/trace";

type Doubts = {
  readonly doubtful: readonly TracedStatement[];
  readonly unreadable: readonly ReachStatement[];
  readonly isPerhapsGoverned: boolean;
  readonly isListOpen: boolean;
};

function codesOf({ statement, application, protocol }: TracedStatement): readonly UnknownCause[] {
  const { location, source, destination } = application;
  return [
    ...statement.doubts,
    ...(locationCertainties[location] === perhaps ? [location] : []),
    ...[source, destination].filter((reason) => sideCertainties[reason] === perhaps),
    ...(protocol === "protocol-partly-covered" ? [protocol] : []),
  ];
}

/** Everything for which it is not known what ZPR does, each cause once for each statement. */
export function causesOf({ doubtful, unreadable, isPerhapsGoverned, isListOpen }: Doubts): readonly Cause[] {
  const causes: Cause[] = [
    ...doubtful.flatMap((traced) => codesOf(traced).map((code) => ({ code, statement: traced.statement }))),
    ...unreadable.map((statement) => ({ code: "statement-unreadable" as const, statement })),
    ...(isPerhapsGoverned ? [{ code: "perhaps-governed" as const, statement: null }] : []),
    ...(isListOpen ? [{ code: "policies-unread" as const, statement: null }] : []),
  ];
  const textOf = ({ code, statement }: Cause) => `${statement?.text ?? "\uFFFF"}\n${code}`;
  const distinct = new Map(causes.map((cause) => [textOf(cause), cause]));
  return [...distinct].toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)).map(([, cause]) => cause);
}
