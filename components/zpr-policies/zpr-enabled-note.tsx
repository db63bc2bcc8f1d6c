import { StatusWord } from "@/components/ui/status-word";
import type { ListZprPoliciesResponse } from "@/lib/contract/zpr-policies";

const looks = {
  pass: { shape: "tick", tone: "allowed", word: "ZPR is enabled" },
  fail: { shape: "octagon", tone: "blocked", word: "ZPR is not enabled" },
  unknown: { shape: "diamond", tone: "unknown", word: "Whether ZPR is enabled is not known" },
  "does-not-apply": { shape: "diamond", tone: "unknown", word: "Whether ZPR is enabled is not known" },
} as const;

/** Whether ZPR is enabled in the tenancy, and how that is known: without it no policy is in force. */
export function ZprEnabledNote({ enabled }: Pick<ListZprPoliciesResponse, "enabled">) {
  const { shape, tone, word } = looks[enabled.state];
  return (
    <p className="flex flex-wrap items-center gap-x-3">
      <StatusWord shape={shape} tone={tone}>
        {word}
      </StatusWord>
      <span className="text-muted">{enabled.evidence}</span>
    </p>
  );
}
