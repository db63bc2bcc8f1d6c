import type { EffectAnswer, EffectEndView, EffectForecast } from "@/lib/contract/effect";
import { formatCounted } from "@/lib/format";
import type { EffectChange, GroundCode } from "@/lib/zpr/reach/effect-words";

export const effectChangeWords: Record<EffectChange, string> = {
  gained: "Gained",
  lost: "Lost",
  "perhaps-gained": "Perhaps gained",
  "perhaps-lost": "Perhaps lost",
  unknown: "Unknown",
};

/** In the order that a person should see them: what is cut off first. */
export const shownChanges: readonly EffectChange[] = ["lost", "perhaps-lost", "gained", "perhaps-gained", "unknown"];

export const groundWords: Record<Exclude<GroundCode, "statement">, string> = {
  "not-governed": "ZPR does not look at it, as neither end carries an attribute",
  "no-statement": "no statement allows it",
  perhaps: "not known",
};

type OuterEnd = Exclude<EffectEndView, { readonly kind: "endpoint" }>;

const outerWords: Record<OuterEnd["kind"], string> = {
  address: "other addresses in",
  elsewhere: "every other address",
  "osn-services": "Oracle's services",
  "all-endpoints": "all endpoints",
};

/** An end that is no resource, in words. Only some have a text of their own, such as a block of addresses. */
export const outerEndText = ({ kind, text }: OuterEnd): string =>
  text === "" ? outerWords[kind] : `${outerWords[kind]} ${text}`;

export const stageWords = (stage: EffectForecast["stage"], runningNodeCount: number | null): string => {
  if (stage === "now") return "Once it is applied, and up to five minutes later";
  if (stage === "after") return "Once all nodes have been replaced";
  if (runningNodeCount === null) return "Until then, while running nodes keep the old set and new ones have the new";
  return `Until then, while ${formatCounted(runningNodeCount, "running node")} may keep the old set and new ones have the new`;
};

/** The answer in one sentence, for who hears it. */
export function effectSentence(answer: EffectAnswer): string {
  if (answer.state === "unknown") return `The effect is unknown. ${answer.cause}`;
  // The last stage is what remains; before it the same flows change for some nodes only.
  const { counts, unreadable = [], unplaced = [] } = answer.forecasts.at(-1) ?? {};
  const words = shownChanges.flatMap((change) =>
    counts === undefined || counts[change] === 0
      ? []
      : [`${effectChangeWords[change].toLowerCase()} ${formatCounted(counts[change], "flow")}`],
  );
  if (unreadable.length + unplaced.length > 0) words.push("not wholly known");
  const none = `no flow that ZPR allows changes${answer.completeness.isComplete ? "" : ", as far as could be read"}`;
  return `Effect: ${words.length === 0 ? none : words.join(", ")}.`;
}

/** Each direction spelled out, for the edits that change who is governed at all. */
export function directionSentence(direction: "to" | "from", { groups }: EffectForecast): string {
  const words = shownChanges.flatMap((change) => {
    const own = groups.filter((group) => group.change === change && group.direction === direction);
    const count = own.reduce((sum, { resources, others }) => sum + resources.total * others.total, 0);
    return count === 0 ? [] : [`${effectChangeWords[change].toLowerCase()} ${formatCounted(count, "flow")}`];
  });
  const what = direction === "to" ? "What reaches it" : "What it reaches";
  return `${what}: ${words.length === 0 ? "nothing changes" : words.join(", ")}.`;
}
