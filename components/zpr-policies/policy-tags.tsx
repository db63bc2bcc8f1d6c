import { Section } from "@/components/shared/section";
import { Literal } from "@/components/ui/literal";
import type { ZprPolicyDetail } from "@/lib/contract/zpr-policy";

/** The tags of a policy. They are no part of its text: an edit leaves them as they are. */
export function PolicyTags({ tags }: Pick<ZprPolicyDetail["policy"], "tags">) {
  if (tags.length === 0) return null;
  return (
    <Section title="Tags" aside={<span className="text-muted">An edit of the policy leaves them as they are.</span>}>
      <dl aria-label="Tags" className="rounded-box border-line bg-surface divide-line divide-y border">
        {tags.map(({ namespace, key, value }) => (
          <div key={`${namespace} ${key}`} className="flex flex-wrap gap-x-4 px-3 py-2">
            <dt className="text-muted min-w-40">
              <Literal text={namespace === null ? key : `${namespace}.${key}`} />
            </dt>
            <dd className="min-w-0 wrap-anywhere">
              <Literal text={value} />
            </dd>
          </div>
        ))}
      </dl>
    </Section>
  );
}
