import { CompletenessBanner } from "@/components/shared/completeness-banner";
import { StatementText } from "@/components/shared/statement-text";
import { Banner } from "@/components/ui/banner";
import { Literal } from "@/components/ui/literal";
import type { MapAnswer } from "@/lib/contract/map";
import { formatCounted } from "@/lib/format";

/** What the map does not show, and why: nothing of it is quietly left out. */
export function MapNotes({ answer }: { readonly answer: MapAnswer }) {
  const { completeness, policies, unreadable, unreadableCount } = answer;
  return (
    <>
      <CompletenessBanner completeness={completeness} />
      {policies.state === "not-asked" && (
        <Banner tone="neutral" role="status" title="The ZPR policies are still being read">
          Flows appear when they are there.
        </Banner>
      )}
      {(policies.state === "refused" || policies.state === "failed") && (
        <Banner tone="unknown" title="The ZPR policies could not be read, so what ZPR allows is unknown">
          <Literal text={policies.message ?? ""} />
        </Banner>
      )}
      {unreadableCount > 0 && (
        <Banner
          tone="unknown"
          title={`${formatCounted(unreadableCount, "statement")} cannot be read; what ${unreadableCount === 1 ? "it allows" : "they allow"} is not on the map`}
        >
          <details>
            <summary className="text-link w-fit rounded-[2px]">The statements</summary>
            <ul className="mt-1.5 flex flex-col gap-1.5">
              {unreadable.map((text) => (
                <li key={text}>
                  <StatementText text={text} />
                </li>
              ))}
              {unreadableCount > unreadable.length && (
                <li className="text-muted">
                  and {formatCounted(unreadableCount - unreadable.length, "more statement")}
                </li>
              )}
            </ul>
          </details>
        </Banner>
      )}
    </>
  );
}
