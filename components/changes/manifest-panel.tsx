"use client";

import { RefreshCw } from "lucide-react";
import { CodeBlock } from "@/components/changes/as-code";
import { CurrentSet } from "@/components/changes/current-set";
import { ControllerEventNote } from "@/components/shared/controller-event";
import { DeclaredObject } from "@/components/shared/declared-object";
import { OwnerNote } from "@/components/shared/owner-note";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { DialogBody, DialogFooter } from "@/components/ui/dialog";
import { Literal } from "@/components/ui/literal";
import type { EditBase } from "@/lib/contract/edit-base";
import type { ManifestObject } from "@/lib/oke/declared-setting";
import { storedAsManifest } from "@/lib/oke/manifest";
import type { ReplacementStart } from "@/lib/oke/replacement-start";
import type { SecurityAttribute } from "@/lib/zpr/security-attribute";

type ManifestPanelProps = {
  readonly detail: EditBase;
  /** The attribute that was to be removed: the manifest is then shown without it. */
  readonly removed: SecurityAttribute | undefined;
  readonly again: { readonly isReading: boolean; readonly read: () => void };
  /** Given: the resource can be written to all the same. */
  readonly onDirect: (() => void) | undefined;
  readonly onReplace: (start: ReplacementStart) => void;
  readonly onClose: () => void;
};

/** For a setting that a Kubernetes manifest owns: who owns it, why it is not edited here, and what to put there. */
export function ManifestPanel({ detail, removed, again, onDirect, onReplace, onClose }: ManifestPanelProps) {
  const { resource, place } = detail;
  const left = resource.securityAttributes.filter(
    ({ namespace, key }) => namespace !== removed?.namespace || key !== removed.key,
  );
  const manifest = removed === undefined ? detail.manifest : storedAsManifest(resource, left, detail.storageClass);
  return (
    <>
      <DialogBody>
        <div className="flex flex-col gap-4">
          <Banner tone="neutral" title="A Kubernetes manifest owns this setting">
            {onDirect === undefined ? !resource.edit.add.offered && resource.edit.add.reason : <DriverMade />}
            <div className="mt-1">
              <OwnerNote owner={resource.owner} isLong />
            </div>
          </Banner>
          {place.type === "manifest" && <WhyNotHere place={place} />}
          {place.type === "manifest" && place.value !== null && (
            <ReplaceAsWhole
              object={place.value.object}
              storedCount={resource.securityAttributes.length}
              onReplace={onReplace}
            />
          )}
          <CurrentSet detail={detail} />
          {manifest !== null && (
            <div className="flex flex-col gap-3">
              <h3 className="text-prose font-medium">
                <Literal text={manifest.title} />
                {removed !== undefined && ", without the attribute"}
              </h3>
              <CodeBlock label="Manifest" what="manifest" text={manifest.yaml} />
              {manifest.command !== null && (
                <CodeBlock label="kubectl command" what="command" text={manifest.command} />
              )}
              <p className="text-muted">
                <Literal text={manifest.note} />
              </p>
            </div>
          )}
        </div>
      </DialogBody>
      <DialogFooter>
        {onDirect !== undefined && <Button onClick={onDirect}>Change this mount target</Button>}
        {place.type === "manifest" && (
          <Button
            icon={<RefreshCw aria-hidden="true" className="size-3.5" />}
            pendingLabel={again.isReading ? "Checking" : undefined}
            onClick={again.read}
          >
            Check again
          </Button>
        )}
        <Button onClick={onClose}>Close</Button>
      </DialogFooter>
    </>
  );
}

function DriverMade() {
  return (
    <p>
      The CSI volume plugin made this mount target with what its StorageClass said then. For volumes that are made from
      now on, put the set that you want into a new StorageClass, as below; the review of an edit gives it with the
      edited set. This mount target can be changed too, though Oracle advises against it and nothing brings it in line
      with Kubernetes.
    </p>
  );
}

type ReplaceAsWholeProps = {
  readonly object: ManifestObject;
  readonly storedCount: number;
  readonly onReplace: (start: ReplacementStart) => void;
};

/** What is no set cannot be added to; a whole set can be written in its place. */
function ReplaceAsWhole({ object, storedCount, onReplace }: ReplaceAsWholeProps) {
  return (
    <section aria-label="Replace it as a whole" className="flex flex-col gap-2">
      <h3 className="text-prose font-medium">Replace it as a whole</h3>
      <p>
        A new set is written over what stands in the <DeclaredObject object={object} />; nothing of that is kept.{" "}
        {storedCount > 0
          ? "Start with what OCI stores, so that the load balancer keeps what it carries, or with an empty set."
          : "OCI stores no attribute, so the new set starts empty."}{" "}
        You see both before anything is written.
      </p>
      <p className="flex flex-wrap gap-2">
        {storedCount > 0 && (
          <Button variant="primary" onClick={() => onReplace("stored-set")}>
            Start with the stored set
          </Button>
        )}
        <Button onClick={() => onReplace("empty-set")}>Start with an empty set</Button>
      </p>
    </section>
  );
}

/** What was looked for and is not beyond doubt, by the code of it. */
const unseenTitles: Readonly<Record<string, string>> = {
  NotCertain: "It is not certain which manifest owns it",
  NoManifest: "No manifest that owns it was found",
  NoCluster: "It is not known which cluster has its manifest",
};

/** Why the manifest cannot be edited from here: none was found that is known to own it, or what stands there is no set. */
function WhyNotHere({ place }: { readonly place: Extract<EditBase["place"], { type: "manifest" }> }) {
  const { value, reason, code } = place;
  if (value === null) {
    return (
      <Banner tone="unknown" title={unseenTitles[code] ?? "The manifest could not be read from here"}>
        <p>
          <Literal text={reason} />
        </p>
        <p className="text-note text-muted mt-1 font-mono">
          <Literal text={code} />
        </p>
      </Banner>
    );
  }
  return (
    <Banner tone="warning" title="What stands in the manifest is no set">
      <p>{reason}</p>
      <ul className="list-disc pl-4">
        {value.problems.map(({ code: problem, offset, line, column, message }) => (
          <li key={`${problem} ${offset}`}>
            Line {line}, column {column}: <Literal text={message} />
          </li>
        ))}
      </ul>
      {value.events.map((event) => (
        <ControllerEventNote key={`${event.reason} ${event.message}`} event={event} />
      ))}
      <div className="mt-2">
        <CodeBlock label="The value as it stands" what="value" text={value.text} isWrapped />
      </div>
    </Banner>
  );
}
