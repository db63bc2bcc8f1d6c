"use client";

import { useQuery } from "@tanstack/react-query";
import { useState, type ReactNode } from "react";
import { AddAttributes } from "@/components/changes/add-attributes";
import { ChangeValue } from "@/components/changes/change-value";
import { surfaceWord, titleWords } from "@/components/changes/edit-words";
import { ManifestPanel } from "@/components/changes/manifest-panel";
import { RemoveAttribute } from "@/components/changes/remove-attribute";
import { ReplaceAnnotation } from "@/components/changes/replace-annotation";
import { SentChange } from "@/components/changes/sent-change";
import type { EditGuard } from "@/components/changes/use-edit-guard";
import { isByHand, replacementOf } from "@/components/changes/use-edit-session";
import { DeclaredObject } from "@/components/shared/declared-object";
import { attributeOfParam } from "@/components/shared/edit-params";
import { ErrorNote } from "@/components/shared/error-note";
import type { EditParams } from "@/components/shared/use-edit-params";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { DialogBody, DialogFooter, DialogFrame } from "@/components/ui/dialog";
import { Literal } from "@/components/ui/literal";
import { Skeleton } from "@/components/ui/skeleton";
import type { Change } from "@/lib/contract/changes";
import type { EditBase } from "@/lib/contract/edit-base";
import type { ReplacementStart } from "@/lib/oke/replacement-start";
import { resourceKindFacts } from "@/lib/oke/resource-kind";
import { editBaseQuery } from "@/lib/queries/edit-base";
import type { ChangeOperation } from "@/lib/zpr/change-operation";

type EditDialogProps = {
  readonly params: EditParams;
  readonly guard: EditGuard;
  readonly onClose: () => void;
  readonly onSent: (changeId: string) => void;
  readonly onAgain: () => void;
};

/** One edit in its dialog. It starts with a fresh read of the resource; what was read before is never edited. */
export function EditDialog({ params, guard, onClose, onSent, onAgain }: EditDialogProps) {
  const [start, setStart] = useState<ReplacementStart | null>(null);
  const query = useQuery({ ...editBaseQuery(params.on, start), refetchOnMount: "always" });
  const detail = query.isFetchedAfterMount ? query.data : undefined;
  const [unsent, setUnsent] = useState<readonly ChangeOperation[]>([]);
  const tryAgain = async ({ operations }: Change) => {
    await query.refetch();
    setUnsent(operations);
    onAgain();
  };
  return (
    <DialogFrame
      isOpen
      title={<Title params={params} detail={query.data} isReplacement={start !== null} />}
      subtitle={query.isError && query.data === undefined ? undefined : <Subtitle detail={query.data} />}
      onClose={onClose}
      isDirty={guard.isDirty}
      isAsking={guard.isAsking}
      onAskingChange={guard.setAsking}
    >
      {params.sent !== null ? (
        <SentChange changeId={params.sent} onClose={onClose} onAgain={(change) => void tryAgain(change)} />
      ) : detail !== undefined ? (
        <EditOf
          detail={detail}
          params={params}
          guard={guard}
          unsent={unsent}
          onClose={onClose}
          onSent={onSent}
          again={{ isReading: query.isFetching, read: () => void query.refetch() }}
          onReplace={setStart}
        />
      ) : (
        <Reading
          onClose={onClose}
          error={
            query.error && (
              <ErrorNote
                title={
                  query.error.isNotFound
                    ? "The resource is not there, or not visible to you"
                    : "The resource could not be read"
                }
                error={query.error}
                onRetry={() => void query.refetch()}
                role="alert"
              />
            )
          }
        />
      )}
    </DialogFrame>
  );
}

type TitleProps = {
  readonly params: EditParams;
  readonly detail: EditBase | undefined;
  readonly isReplacement: boolean;
};

function Title({ params, detail, isReplacement }: TitleProps) {
  const attribute = attributeOfParam(detail?.resource.securityAttributes ?? [], params.attribute ?? "");
  const [verb, name, preposition] = titleWords(params.edit, attribute);
  if (detail === undefined && isReplacement) return "Replace the annotation";
  if (detail === undefined)
    return params.edit === "add"
      ? "Add security attributes"
      : params.edit === "change"
        ? "Change a value"
        : "Remove an attribute";
  const { displayName, kind } = detail.resource;
  const isManifest = detail.place.type === "manifest" && !isByHand(detail);
  if (isManifest || replacementOf(detail) !== null) {
    return (
      <>
        {isManifest ? "Manifest for" : "Replace the annotation for"} <Literal text={displayName} /> {surfaceWord(kind)}
      </>
    );
  }
  return (
    <>
      {verb}{" "}
      {name !== null ? (
        <Literal text={name} className="font-mono" />
      ) : (
        params.edit !== "add" && <Literal text={params.attribute ?? ""} className="font-mono" />
      )}{" "}
      {preposition} <Literal text={displayName} /> {surfaceWord(kind)}
    </>
  );
}

function Subtitle({ detail }: { readonly detail: EditBase | undefined }) {
  if (detail === undefined) return <Skeleton className="my-1 w-48" />;
  const { clusterName, region, kind } = detail.resource;
  const { place } = detail;
  return (
    <>
      {clusterName === null ? (
        "Not matched to a cluster"
      ) : (
        <>
          Cluster <Literal text={clusterName} />
        </>
      )}
      , {region}
      {resourceKindFacts[kind].takesEffect === "new-nodes-only" && ". Reaches new nodes only"}
      {place.type === "annotation" && (
        <>
          . Written to the <DeclaredObject object={place.object} />
        </>
      )}
    </>
  );
}

function Reading({ error, onClose }: { readonly error: ReactNode; readonly onClose: () => void }) {
  return (
    <>
      <DialogBody>
        {error ?? (
          <div role="status" className="flex flex-col gap-3">
            <p className="text-muted">Reading the resource as it is now.</p>
            <Skeleton className="w-56" />
            <Skeleton className="w-40" />
            <Skeleton className="mt-3 h-8 w-full" />
          </div>
        )}
      </DialogBody>
      <DialogFooter>
        <Button onClick={onClose}>{error ? "Close" : "Cancel"}</Button>
      </DialogFooter>
    </>
  );
}

type EditOfProps = Omit<EditDialogProps, "onAgain"> & {
  readonly detail: EditBase;
  /** Steps that were sent before and did not come to be. */
  readonly unsent: readonly ChangeOperation[];
  readonly again: { readonly isReading: boolean; readonly read: () => void };
  /** The annotation is no set and is to be replaced as a whole, by a set that starts so. */
  readonly onReplace: (start: ReplacementStart) => void;
};

/** The form for this edit, or why there is none. */
function EditOf({ detail, params, guard, unsent, onClose, onSent, again, onReplace }: EditOfProps) {
  const [isDirect, setDirect] = useState(unsent.length > 0);
  const { resource, runningChangeId, place } = detail;
  const attribute = attributeOfParam(resource.securityAttributes, params.attribute ?? "");
  const offer = params.edit === "remove" ? resource.edit.remove : resource.edit.add;
  const isDriverMade = resource.owner.type === "storage-class-parameter";
  const isHand = isByHand(detail);
  if ((place.type === "manifest" && !isHand) || (isDriverMade && !isDirect)) {
    return (
      <ManifestPanel
        detail={detail}
        removed={params.edit === "remove" ? attribute : undefined}
        again={again}
        onDirect={isDriverMade ? () => setDirect(true) : undefined}
        onReplace={onReplace}
        onClose={onClose}
      />
    );
  }
  if (runningChangeId !== null) return <SentChange changeId={runningChangeId} isOther onClose={onClose} />;
  // What a person writes into the manifest is not the console's to offer.
  if (!offer.offered && !isHand)
    return (
      <NotNow title="This edit is not offered" onClose={onClose}>
        {offer.reason}
      </NotNow>
    );
  if (replacementOf(detail) !== null)
    return <ReplaceAnnotation detail={detail} unsent={unsent} guard={guard} onClose={onClose} onSent={onSent} />;
  if (params.edit === "add")
    return <AddAttributes detail={detail} unsent={unsent} guard={guard} onClose={onClose} onSent={onSent} />;
  if (attribute === undefined) {
    return (
      <NotNow
        title={`The ${place.type === "annotation" ? `${place.object.kind} does not declare` : "resource does not carry"} this attribute`}
        onClose={onClose}
      >
        {place.type === "annotation"
          ? "It was read just now. What the load balancer carries without its being declared was set in OCI, past the manifest: this edit cannot take it away."
          : "It was read just now. Somebody else has removed the attribute, or the address is not right."}
      </NotNow>
    );
  }
  return params.edit === "change" ? (
    <ChangeValue
      detail={detail}
      attribute={attribute}
      unsent={unsent}
      guard={guard}
      onClose={onClose}
      onSent={onSent}
    />
  ) : (
    <RemoveAttribute detail={detail} attribute={attribute} onClose={onClose} onSent={onSent} />
  );
}

function NotNow({
  title,
  children,
  onClose,
}: {
  readonly title: string;
  readonly children: ReactNode;
  readonly onClose: () => void;
}) {
  return (
    <>
      <DialogBody>
        <Banner tone="neutral" title={title}>
          {children}
        </Banner>
      </DialogBody>
      <DialogFooter>
        <Button onClick={onClose}>Close</Button>
      </DialogFooter>
    </>
  );
}
