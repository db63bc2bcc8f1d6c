import { readinessWords } from "@/components/shared/readiness-words";
import { TextLink } from "@/components/shared/text-link";
import { StatusWord } from "@/components/ui/status-word";
import type { ClusterListItem } from "@/lib/contract/clusters";
import { routes } from "@/lib/routes";

/** How a cluster stands to the prerequisites by what the pass knows, with a link to the page that checks the rest. */
export function ReadinessCell({ cluster: { id, name, readiness } }: { readonly cluster: ClusterListItem }) {
  const { fail, unknown, notChecked } = readiness;
  const worst = fail > 0 ? "fail" : unknown > 0 ? "unknown" : notChecked > 0 ? "not-checked" : "pass";
  const { shape, tone, word } = readinessWords[worst];
  const count = worst === "fail" ? `${fail} ` : worst === "unknown" ? `${unknown} ` : "";
  return (
    <span className="flex flex-col">
      <TextLink look="plain" href={routes.cluster(id, "readiness")}>
        <StatusWord shape={shape} tone={tone}>
          {count === "" ? word : `${count}${word.toLowerCase()}`}
        </StatusWord>
        <span className="sr-only"> of the prerequisites of {name}</span>
      </TextLink>
      {worst !== "not-checked" && notChecked > 0 && (
        <span className="text-note text-muted whitespace-nowrap">{notChecked} not checked yet</span>
      )}
    </span>
  );
}
