"use client";

import { DeclaredComparison, isAllSame } from "@/components/resources/declared-comparison";
import { ResourceManifest } from "@/components/resources/resource-manifest";
import { ControllerEventNote } from "@/components/shared/controller-event";
import { DeclaredObject } from "@/components/shared/declared-object";
import { standingWordsOf } from "@/components/shared/declared-words";
import { LateDeclaredStatus } from "@/components/shared/late-declared-status";
import { Section } from "@/components/shared/section";
import { Snippet } from "@/components/shared/snippet";
import { TimeAgo } from "@/components/shared/time-ago";
import { useDeclaredStanding } from "@/components/shared/use-declared-standing";
import { Banner } from "@/components/ui/banner";
import { Literal } from "@/components/ui/literal";
import { StatusWord } from "@/components/ui/status-word";
import type { DeclaredStanding } from "@/lib/contract/declared";
import type { ResourceDetail } from "@/lib/contract/resources";
import { causeAndCure } from "@/lib/oke/declared-cause";
import { findServiceCommand } from "@/lib/oke/manifest";
import type { ManifestProblem } from "@/lib/oke/manifest-problem";
import { shownManifest } from "@/lib/oke/shown-manifest";

type DeclaredSectionProps = { readonly detail: ResourceDetail; readonly clusterId: string };

/** What the manifest that owns a resource declares, beside what the resource stores: the likely cause and its cure. */
export function DeclaredSection({ detail, clusterId }: DeclaredSectionProps) {
  const standing = useDeclaredStanding(detail.resource.id, clusterId);
  // A resource that a person made: that a manifest might own it was only to be found out.
  if (detail.manifest === null && (standing === "none" || standing === "unread")) return null;
  const shown = typeof standing === "object" ? shownManifest(detail.resource, standing) : null;
  const manifest = shown ?? detail.manifest;
  return (
    <>
      <Section title="Declared in the manifest">
        <div className="flex flex-col gap-3">
          <LateDeclaredStatus clusterId={clusterId} />
          {typeof standing === "object" && <Standing standing={standing} detail={detail} />}
        </div>
      </Section>
      {manifest && <ResourceManifest manifest={manifest} />}
    </>
  );
}

type StandingProps = { readonly standing: DeclaredStanding; readonly detail: ResourceDetail };

/** The standing is as old as the read of the manifests; what the resource stores was read just now. */
function isOutdated(standing: DeclaredStanding, stored: ResourceDetail["resource"]["securityAttributes"]): boolean {
  return (
    "declared" in standing && isAllSame({ declared: standing.declared, stored }) !== (standing.state === "in-step")
  );
}

function Standing({ standing, detail }: StandingProps) {
  if (isOutdated(standing, detail.resource.securityAttributes)) {
    return (
      <Banner tone="neutral" title="What is stored has changed since the manifests were read">
        Check again to hold it against what is declared now.
      </Banner>
    );
  }
  return <PresentStanding standing={standing} detail={detail} />;
}

function PresentStanding({ standing, detail }: StandingProps) {
  const { shape, tone, word } = standingWordsOf(standing);
  const words = causeAndCure(standing);
  const isNotReadable = standing.state === "declared-unreadable" && standing.reason === "not-readable";
  return (
    <>
      <p className="flex flex-wrap items-center gap-x-4 gap-y-1">
        <StatusWord shape={shape} tone={tone}>
          {word}
        </StatusWord>
        {"object" in standing && <DeclaredObject object={standing.object} />}
        {"changedAt" in standing && standing.changedAt !== null && (
          <span className="text-note text-muted">
            changed <TimeAgo time={standing.changedAt} />
          </span>
        )}
      </p>
      {isNotReadable ? (
        <NotReadable cure={words?.cure} resource={detail.resource} />
      ) : (
        words && (
          <Banner tone={tone === "warning" ? "warning" : "neutral"} title={<Literal text={words.cause} />}>
            <p>{words.cure}</p>
            {"event" in standing && standing.event !== null && (
              <div className="mt-1">
                <ControllerEventNote event={standing.event} />
              </div>
            )}
          </Banner>
        )
      )}
      {"declared" in standing && (
        <DeclaredComparison
          declared={standing.declared}
          stored={detail.resource.securityAttributes}
          editable={
            detail.resource.owner.type === "service-annotation" ||
            detail.resource.owner.type === "ingress-class-annotation"
              ? detail.resource
              : undefined
          }
        />
      )}
      {"problems" in standing && <Problems problems={standing.problems} />}
      {standing.state === "declared-unreadable" && standing.reason === "not-a-set" && (
        <Snippet title="The value as it stands" text={standing.text} what="value" />
      )}
    </>
  );
}

type NotReadableProps = {
  readonly cure: string | undefined;
  readonly resource: ResourceDetail["resource"];
};

/** The reason why nothing could be read stands above already: what is left to do without it. */
function NotReadable({ cure, resource }: NotReadableProps) {
  const command = findServiceCommand(resource);
  return (
    <>
      <p className="max-w-[88ch]">{cure}</p>
      {command !== null && <Snippet title="Find its Service with kubectl" text={command} what="command" />}
    </>
  );
}

function Problems({ problems }: { readonly problems: readonly ManifestProblem[] }) {
  if (problems.length === 0) return null;
  return (
    <ul aria-label="Problems of the value" className="flex flex-col gap-1">
      {problems.map(({ code, offset, line, column, message }) => (
        <li key={`${code} ${offset}`}>
          <span className="text-note text-muted font-mono">
            Line {line}, column {column}
          </span>{" "}
          <Literal text={message} />
        </li>
      ))}
    </ul>
  );
}
