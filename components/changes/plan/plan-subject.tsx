import { TextLink } from "@/components/shared/text-link";
import { Literal } from "@/components/ui/literal";
import type { ChangePlanStep } from "@/lib/contract/change-plan";
import { resourceKindFacts } from "@/lib/oke/resource-kind";
import { routes } from "@/lib/routes";

type PlanSubjectProps = {
  readonly subject: Pick<ChangePlanStep, "resourceId" | "displayName" | "kind" | "region" | "clusterName">;
  /** Its place in the run, from 1. */
  readonly number?: number;
};

/** A resource of a plan: its name, what it is, and where. */
export function PlanSubject({
  subject: { resourceId, displayName, kind, region, clusterName },
  number,
}: PlanSubjectProps) {
  return (
    <p className="flex flex-wrap items-baseline gap-x-2">
      {number !== undefined && <span className="text-muted tabular-nums">{number}.</span>}
      <TextLink href={routes.resource(resourceId)} look="name">
        <Literal text={displayName} />
      </TextLink>
      <span className="text-note text-muted">
        {resourceKindFacts[kind].label}
        {clusterName !== null && clusterName !== displayName && (
          <>
            {" of "}
            <Literal text={clusterName} />
          </>
        )}
        , {region}
        {number === 1 && ", canary"}
      </span>
    </p>
  );
}
