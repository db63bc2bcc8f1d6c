import { TextLink } from "@/components/shared/text-link";
import { Literal } from "@/components/ui/literal";
import { AttributeReference } from "@/components/zpr-policies/attribute-reference";
import { StatementMemberList } from "@/components/zpr-policies/statement-member-list";
import type { StatementLocation, StatementSideView, StatementView } from "@/lib/contract/zpr-policy";
import { routes } from "@/lib/routes";

type Meaning = NonNullable<StatementView["meaning"]>;
type StatementMeaningProps = { readonly meaning: Meaning; readonly isComplete: boolean };

const row = "grid gap-x-3 sm:grid-cols-[5.5rem_minmax(0,1fr)]";

/** What a statement says, in a sentence's parts: where, who, to whom, by which protocol. */
export function StatementMeaning({ meaning: { form, source, target }, isComplete }: StatementMeaningProps) {
  return (
    <dl className="grid gap-x-8 gap-y-2 lg:grid-cols-2">
      {form === "same-vcn" && (
        <div className={`${row} lg:col-span-full`}>
          <dt className="text-muted">In VCNs</dt>
          <dd className="min-w-0">
            <Location location={source.location} />
          </dd>
        </div>
      )}
      <div className={row}>
        <dt className="text-muted">From</dt>
        <dd className="min-w-0">
          <Side side={source} form={form} isComplete={isComplete} />
          {source.filters !== null && (
            <p className="text-muted">
              Narrowed to {source.filters} on the source&rsquo;s side; Oracle does not say what that means there.
            </p>
          )}
        </dd>
      </div>
      <div className={row}>
        <dt className="text-muted">To</dt>
        <dd className="min-w-0">
          <Side side={target} form={form} isComplete={isComplete} />
        </dd>
      </div>
      <div className={`${row} lg:col-span-full`}>
        <dt className="text-muted">By</dt>
        <dd className="min-w-0">{target.filters ?? "every protocol and port"}</dd>
      </div>
    </dl>
  );
}

type SideProps = {
  readonly side: StatementSideView;
  readonly form: Meaning["form"];
  readonly isComplete: boolean;
};

const sideWords = {
  "all-endpoints": "Every endpoint in these VCNs, with or without attributes; not the addresses of Oracle services",
  "osn-services": "The addresses of Oracle services in the region",
  address: "Addresses",
} as const;

function Side({ side, form, isComplete }: SideProps) {
  const { kind, text, attribute, members, location } = side;
  return (
    <div className="flex flex-col gap-1">
      <p className="flex flex-wrap items-center gap-x-2">
        {attribute === null ? (
          <Literal text={text} className="text-note font-mono font-medium" />
        ) : (
          <AttributeReference attribute={attribute} />
        )}
        {kind !== "attribute" && <span className="text-muted">{sideWords[kind]}</span>}
      </p>
      {members !== null && <StatementMemberList members={members} attribute={attribute} isComplete={isComplete} />}
      {form === "two-vcn" && (
        <div className="flex flex-wrap gap-x-2">
          <span className="text-muted">in VCNs with</span>
          <Location location={location} />
        </div>
      )}
    </div>
  );
}

function Location({ location }: { readonly location: StatementLocation }) {
  const { vcns } = location;
  return (
    <span className="flex flex-wrap items-center gap-x-2">
      <AttributeReference attribute={location} />
      {vcns.length === 0 ? (
        <span className="text-muted">No VCN that was read carries it</span>
      ) : (
        <span className="flex flex-wrap gap-x-2">
          {vcns.map(({ id, displayName }) => (
            <TextLink key={id} href={routes.resource(id)}>
              <Literal text={displayName} />
            </TextLink>
          ))}
        </span>
      )}
    </span>
  );
}
