import { TextLink } from "@/components/shared/text-link";
import { Literal } from "@/components/ui/literal";
import type { StatementAttribute, StatementMember, StatementMembers } from "@/lib/contract/zpr-policy";
import { formatAtLeast, formatCount, formatCounted } from "@/lib/format";
import { resourceKindFacts } from "@/lib/oke/resource-kind";
import { routes } from "@/lib/routes";

const shownAtOnce = 4;

type StatementMemberListProps = {
  readonly members: StatementMembers;
  readonly attribute: StatementAttribute | null;
  readonly isComplete: boolean;
};

/** The resources that an endpoint of a statement means, the first few at once. */
export function StatementMemberList({ members, attribute, isComplete }: StatementMemberListProps) {
  const { items, total, elsewhere, unplaced, perhaps } = members;
  const rest = items.slice(shownAtOnce);
  const beyond = total - items.length;
  return (
    <div className="flex flex-col gap-1">
      <p className="text-muted">
        {attribute === null ? addressWords(members, isComplete) : countWords(members, isComplete)}
      </p>
      <Members members={items.slice(0, shownAtOnce)} />
      {rest.length > 0 && (
        <details>
          <summary className="text-link w-fit rounded-[2px]">{formatCount(total - shownAtOnce)} more</summary>
          <Members members={rest} />
          {beyond > 0 && attribute === null && (
            <p className="text-muted">and {formatCount(beyond)} that are not listed here</p>
          )}
          {beyond > 0 && attribute !== null && (
            <TextLink href={attributeHref(attribute)}>All that carry {attribute.fullName}</TextLink>
          )}
        </details>
      )}
      {perhaps > 0 && (
        <p className="text-muted">
          {formatCounted(perhaps, total === 0 ? "resource" : "more resource")} may have an address there: which they
          have is not known.
        </p>
      )}
      {elsewhere + unplaced > 0 && attribute !== null && (
        <p className="text-muted">
          {elsewhere > 0 && `${formatCount(elsewhere)} more in other VCNs, where this does not apply. `}
          {unplaced > 0 && `Of ${formatCount(unplaced)} more the VCN is not known. `}
          <TextLink href={attributeHref(attribute)}>All that carry it</TextLink>
        </p>
      )}
    </div>
  );
}

const attributeHref = ({ namespace, key, value }: StatementAttribute) =>
  routes.resources({ attribute: `${namespace}.${key}:${value}` });

function countWords({ total }: StatementMembers, isComplete: boolean): string {
  if (total === 0) return "No resource that was read carries it there";
  return `${formatAtLeast(total, isComplete)} ${total === 1 ? "endpoint" : "endpoints"}`;
}

function addressWords({ total, elsewhere, unplaced }: StatementMembers, isComplete: boolean): string {
  if (total === 0) return "No resource that was read is known to have an address there";
  const part = (count: number) => (count === total ? "all" : formatCount(count));
  const others = elsewhere === 0 ? "" : `, ${part(elsewhere)} of them in other VCNs`;
  const unknown = unplaced === 0 ? "" : `, ${part(unplaced)} of them in a VCN that is not known`;
  const resources = total === 1 ? "resource" : "resources";
  return `${formatAtLeast(total, isComplete)} ${resources} with an address there${others}${unknown}`;
}

function Members({ members }: { readonly members: readonly StatementMember[] }) {
  if (members.length === 0) return null;
  return (
    <ul className="flex flex-col gap-0.5">
      {members.map(({ id, kind, displayName, clusterName }) => (
        <li key={id} className="flex flex-wrap items-baseline gap-x-2">
          <TextLink href={routes.resource(id)}>
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
          </span>
        </li>
      ))}
    </ul>
  );
}
