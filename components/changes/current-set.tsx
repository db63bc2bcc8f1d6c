import { AttributeSet } from "@/components/shared/attribute-set";
import { Banner } from "@/components/ui/banner";
import { Literal } from "@/components/ui/literal";
import type { ResourceDetail } from "@/lib/contract/resources";

/** What the resource carries now, with how many of its places are taken. */
export function CurrentSet({ detail }: { readonly detail: ResourceDetail }) {
  const { resource, cap, warnAbove } = detail;
  return (
    <section aria-label="Present set" className="flex flex-col gap-2">
      <h3 className="text-note text-muted font-medium">Present set</h3>
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
    </section>
  );
}
