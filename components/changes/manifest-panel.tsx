"use client";

import { CodeBlock } from "@/components/changes/as-code";
import { CurrentSet } from "@/components/changes/current-set";
import { OwnerNote } from "@/components/shared/owner-note";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { DialogBody, DialogFooter } from "@/components/ui/dialog";
import { Literal } from "@/components/ui/literal";
import type { ResourceDetail } from "@/lib/contract/resources";
import { manifestFor } from "@/lib/oke/manifest";
import type { SecurityAttribute } from "@/lib/zpr/security-attribute";

type ManifestPanelProps = {
  readonly detail: ResourceDetail;
  /** The attribute that was to be removed: the manifest is then shown without it. */
  readonly removed: SecurityAttribute | undefined;
  readonly onClose: () => void;
};

/** For a setting that a Kubernetes manifest owns: who owns it, and what to put there. */
export function ManifestPanel({ detail, removed, onClose }: ManifestPanelProps) {
  const { resource } = detail;
  const left = resource.securityAttributes.filter(
    ({ namespace, key }) => namespace !== removed?.namespace || key !== removed.key,
  );
  const manifest = removed === undefined ? detail.manifest : manifestFor(resource, left);
  if (manifest === null) return null;
  return (
    <>
      <DialogBody>
        <div className="flex flex-col gap-4">
          <Banner tone="neutral" title="A Kubernetes manifest owns this setting">
            {!resource.edit.add.offered && resource.edit.add.reason}
            <div className="mt-1">
              <OwnerNote owner={resource.owner} isLong />
            </div>
          </Banner>
          <CurrentSet detail={detail} />
          <div className="flex flex-col gap-3">
            <h3 className="text-prose font-medium">
              <Literal text={manifest.title} />
              {removed !== undefined && ", without the attribute"}
            </h3>
            <CodeBlock label="Manifest" what="manifest" text={manifest.yaml} />
            {manifest.command !== null && <CodeBlock label="kubectl command" what="command" text={manifest.command} />}
            <p className="text-muted">
              <Literal text={manifest.note} />
            </p>
          </div>
        </div>
      </DialogBody>
      <DialogFooter>
        <Button onClick={onClose}>Close</Button>
      </DialogFooter>
    </>
  );
}
