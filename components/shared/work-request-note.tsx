import { Ocid } from "@/components/shared/ocid";
import { Literal } from "@/components/ui/literal";
import { formatCode, formatExact } from "@/lib/format";
import type { WorkRequest } from "@/lib/oke/work-request";

type Line = { readonly timestamp: string | null; readonly message: string; readonly code?: string | null };

function Lines({ label, lines }: { readonly label: string; readonly lines: readonly Line[] }) {
  if (lines.length === 0) return null;
  return (
    <div>
      <p className="text-note text-muted font-medium">{label}</p>
      <ul className="flex flex-col gap-1">
        {lines.map(({ timestamp, message, code }, index) => (
          <li key={index}>
            {timestamp !== null && (
              <time className="text-note text-muted mr-2">{formatExact(Date.parse(timestamp))}</time>
            )}
            {code != null && <Literal text={code} className="text-note mr-2 font-mono" />}
            <Literal text={message} />
          </li>
        ))}
      </ul>
    </div>
  );
}

/** A work request: what the service does, how far it is, and its errors and log lines when they are asked for. */
export function WorkRequestNote({ workRequest }: { readonly workRequest: WorkRequest }) {
  const { id, operationType, status, percentComplete, errors, logs } = workRequest;
  return (
    <div className="text-note text-muted flex flex-col gap-1">
      <p className="flex flex-wrap items-center gap-x-3">
        <span>
          Work request {formatCode(status).toLowerCase()}
          {percentComplete !== null && percentComplete < 100 && `, ${percentComplete} %`}
        </span>
        <span className="font-mono">{operationType}</span>
        <Ocid ocid={id} />
      </p>
      {errors.length + logs.length > 0 && (
        <details open={errors.length > 0}>
          <summary className="w-fit rounded-[2px]">
            {errors.length > 0 ? "Errors and log of the work request" : "Log of the work request"}
          </summary>
          <div className="border-line text-body text-ink mt-1 flex flex-col gap-2 border-l pl-3">
            <Lines label="Errors" lines={errors} />
            <Lines label="Log" lines={logs} />
          </div>
        </details>
      )}
    </div>
  );
}
