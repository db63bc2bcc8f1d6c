import { AttributeSet } from "@/components/shared/attribute-set";
import { DeclaredObject } from "@/components/shared/declared-object";
import { Banner } from "@/components/ui/banner";
import { Literal } from "@/components/ui/literal";
import type { EditBase } from "@/lib/contract/edit-base";

const titles = { annotation: "Declared set", manifest: "Stored in OCI", resource: "Present set" } as const;

/** What the resource carries now, or what its manifest declares, with how many of its places are taken. */
export function CurrentSet({ detail }: { readonly detail: EditBase }) {
  const { resource, cap, warnAbove, place } = detail;
  const title = titles[place.type];
  return (
    <section aria-label={title} className="flex flex-col gap-2">
      <h3 className="text-note text-muted font-medium">{title}</h3>
      {resource.differingVnics === null ? (
        <AttributeSet attributes={resource.securityAttributes} cap={cap} warnAbove={warnAbove} isLink={false} />
      ) : (
        <Banner tone="warning" title="The secondary VNICs carry different sets">
          <p>An edit is made to the set of the first and then written to all of them.</p>
          <dl className="mt-2 flex flex-col gap-2">
            {resource.differingVnics.map(({ displayName, securityAttributes }, index) => (
              <div key={`${index} ${displayName}`} className="flex flex-wrap items-center gap-2">
                <dt className="text-muted">
                  <Literal text={displayName} />
                </dt>
                <dd>
                  <AttributeSet attributes={securityAttributes} isLink={false} />
                </dd>
              </div>
            ))}
          </dl>
        </Banner>
      )}
      {place.type === "annotation" && <StoredBeside place={place} />}
      {place.type === "resource" && place.unread !== null && <OwnerUnread unread={place.unread} />}
    </section>
  );
}

type StoredBesideProps = { readonly place: Extract<EditBase["place"], { type: "annotation" }> };

/** Where the declared set goes, and what OCI stores meanwhile where that is something else. */
function StoredBeside({ place: { object, controller, stored, isInStep, reason } }: StoredBesideProps) {
  return (
    <>
      <p className="text-note text-muted">
        It stands in the <DeclaredObject object={object} />; the {controller} applies it to the load balancer.
      </p>
      {reason !== null && (
        <Banner tone="neutral" title="A manifest owns it, though OCI does not say so">
          <Literal text={reason} />
        </Banner>
      )}
      {!isInStep && (
        <Banner tone="warning" title="OCI stores another set now">
          <p className="mb-1">The edit is made to what is declared, which is then applied as a whole.</p>
          <AttributeSet attributes={stored} isLink={false} />
        </Banner>
      )}
    </>
  );
}

type UnreadOwner = NonNullable<Extract<EditBase["place"], { type: "resource" }>["unread"]>;

/** OCI says that the resource owns its setting, and nobody could look whether a manifest does all the same. */
function OwnerUnread({ unread: { code, reason } }: { readonly unread: UnreadOwner }) {
  return (
    <Banner tone="unknown" title="Whether a Kubernetes manifest owns it could not be read">
      <p>
        By what OCI tells, the load balancer owns its setting. If a Service has its address, what its annotation
        declares may be applied over this edit.
      </p>
      <p>
        <Literal text={reason} />
      </p>
      <p className="text-note text-muted mt-1 font-mono">
        <Literal text={code} />
      </p>
    </Banner>
  );
}
