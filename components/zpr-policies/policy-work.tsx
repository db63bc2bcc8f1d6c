import { Ocid } from "@/components/shared/ocid";
import { Section } from "@/components/shared/section";
import { TimeAgo } from "@/components/shared/time-ago";
import { Literal } from "@/components/ui/literal";
import type { ZprPolicyDetail } from "@/lib/contract/zpr-policy";
import { formatCode } from "@/lib/format";

type PolicyWorkProps = { readonly workRequests: ZprPolicyDetail["workRequests"] };

/** What the service did and does to the policy, newest first. */
export function PolicyWork({ workRequests: { state, message, items } }: PolicyWorkProps) {
  return (
    <Section title="Work requests">
      {state !== "read" ? (
        <p className="text-muted">
          Not readable: <Literal text={message ?? "nobody has asked yet"} />
        </p>
      ) : items.length === 0 ? (
        <p className="text-muted">OCI lists none.</p>
      ) : (
        <ul aria-label="Work requests" className="rounded-box border-line bg-surface divide-line divide-y border">
          {items.map(({ id, operationType, status, percentComplete, timeAccepted }) => (
            <li key={id} className="flex flex-wrap items-center gap-x-4 gap-y-1 px-3 py-2">
              <span className="min-w-40">{formatCode(operationType)}</span>
              <span>
                {formatCode(status)}
                {percentComplete !== null && percentComplete < 100 && `, ${percentComplete} %`}
              </span>
              {timeAccepted !== null && <TimeAgo time={timeAccepted} className="text-muted" />}
              <Ocid ocid={id} />
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
