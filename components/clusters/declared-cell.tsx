"use client";

import { AttributeSet } from "@/components/shared/attribute-set";
import { DeclaredObject } from "@/components/shared/declared-object";
import { standingWordsOf } from "@/components/shared/declared-words";
import { TextLink } from "@/components/shared/text-link";
import { useDeclaredStanding } from "@/components/shared/use-declared-standing";
import { Literal } from "@/components/ui/literal";
import { StatusWord } from "@/components/ui/status-word";
import type { DeclaredStanding } from "@/lib/contract/declared";
import { causeAndCure } from "@/lib/oke/declared-cause";
import type { ProtectedResource } from "@/lib/oke/protected-resource";
import { routes } from "@/lib/routes";

type DeclaredCellProps = { readonly resource: ProtectedResource; readonly clusterId: string };

/** In a few words: what the manifest of a resource declares, and how that stands to what is stored. */
export function DeclaredCell({ resource, clusterId }: DeclaredCellProps) {
  const standing = useDeclaredStanding(resource.id, clusterId);
  if (standing === "unread") return <span className="text-muted">Not read yet</span>;
  if (standing === "none") return <span className="text-muted">No manifest owns it</span>;
  const { shape, tone, word } = standingWordsOf(standing);
  return (
    <span className="flex flex-col items-start gap-1 py-0.5 sm:min-w-56">
      <StatusWord shape={shape} tone={tone}>
        {word}
      </StatusWord>
      {"object" in standing && (
        <span className="text-note text-muted">
          <DeclaredObject object={standing.object} />
        </span>
      )}
      {"declared" in standing && standing.state !== "in-step" && (
        <AttributeSet attributes={standing.declared} emptyWord="Nothing declared" />
      )}
      <Why standing={standing} resource={resource} />
    </span>
  );
}

/** The reason why a cluster cannot be read stands above the table, not in each row. */
function Why({ standing, resource }: { readonly standing: DeclaredStanding; readonly resource: ProtectedResource }) {
  const words = causeAndCure(standing);
  if (words === null) return null;
  const isNotReadable = standing.state === "declared-unreadable" && standing.reason === "not-readable";
  return (
    <span className="text-note text-muted">
      {!isNotReadable && <Literal text={words.cause} />}{" "}
      <TextLink href={routes.resource(resource.id)}>
        {isNotReadable ? "Command and YAML" : "declared" in standing ? "Compare" : "Details"}
      </TextLink>
    </span>
  );
}
