import { CompletenessBanner } from "@/components/shared/completeness-banner";
import { Section } from "@/components/shared/section";
import { Snippet } from "@/components/shared/snippet";
import { StatementText } from "@/components/shared/statement-text";
import { TextLink } from "@/components/shared/text-link";
import { verdictWords, wordsOf } from "@/components/shared/trace-words";
import { TracedStatements } from "@/components/trace/traced-statements";
import { Banner } from "@/components/ui/banner";
import { Literal } from "@/components/ui/literal";
import type { TraceAnswer, TraceEndView } from "@/lib/contract/trace";
import { routes } from "@/lib/routes";

const list = "text-muted list-disc pl-5";

/** The answer as a sentence, and everything that it rests on. */
export function TraceResult({ trace }: { readonly trace: TraceAnswer }) {
  const { verdict, reason, source, destination, protocol, allowing, perhaps, nearMisses, causes, notes } = trace;
  const { tone, begins } = verdictWords[verdict];
  return (
    <div className="flex flex-col gap-5">
      <CompletenessBanner completeness={trace.completeness} />
      <Banner
        tone={tone}
        role="status"
        title={
          <>
            {begins} from <End end={source} /> to <End end={destination} />{" "}
            {protocol === "" ? (
              "by every protocol"
            ) : (
              <>
                by <Literal text={protocol} className="font-mono" />
              </>
            )}
            .
          </>
        }
      >
        <p>{wordsOf(reason)}</p>
        <p className="text-muted">
          Network security groups, security lists and routes must allow it too. Pods on one node are not covered.
        </p>
      </Banner>
      {allowing.length > 0 && (
        <Section title={allowingTitle(trace)}>
          <TracedStatements label={allowingTitle(trace)} statements={allowing} />
        </Section>
      )}
      {causes.length > 0 && (
        <Section title="Why it is not known">
          <ul className={list}>
            {causes.map(({ code, statement }) => (
              <li key={`${code}|${statement}`}>
                {wordsOf(code)} {statement !== null && <StatementText text={statement} />}
              </li>
            ))}
          </ul>
        </Section>
      )}
      {perhaps.length > 0 && (
        <Section title="Statements that may allow it">
          <TracedStatements label="Statements that may allow it" statements={perhaps} />
        </Section>
      )}
      {nearMisses.length > 0 && (
        <Section title="Nearest statements that do not">
          <TracedStatements label="Nearest statements that do not" statements={nearMisses} />
        </Section>
      )}
      {notes.length > 0 && (
        <Section title="Taken for granted">
          <ul className={list}>
            {notes.map((note) => (
              <li key={note}>{wordsOf(note)}</li>
            ))}
          </ul>
        </Section>
      )}
      {trace.pathTest && <PathTestOf pathTest={trace.pathTest} />}
    </div>
  );
}

const allowingTitle = ({ verdict, reason }: TraceAnswer): string =>
  verdict === "partly" || reason === "statements-allow-together"
    ? "Statements that allow a part of it"
    : "Statements that allow it";

function End({ end: { text, resource } }: { readonly end: TraceEndView }) {
  if (resource === null) return <Literal text={text} className="font-mono" />;
  return (
    <>
      <TextLink look="inline" href={routes.resource(resource.id)}>
        <Literal text={resource.displayName} />
      </TextLink>{" "}
      <span className="font-normal">({resource.kind})</span>
    </>
  );
}

function PathTestOf({
  pathTest: { command, notes, reason },
}: {
  readonly pathTest: NonNullable<TraceAnswer["pathTest"]>;
}) {
  return (
    <Section title="Test the whole path">
      <div className="flex flex-col gap-2">
        <p className="text-muted max-w-[88ch]">
          Network Path Analyzer looks at routes, security lists and network security groups too. Nothing is started from
          here.
        </p>
        {reason !== null && <p>{reason}</p>}
        {command !== null && <Snippet title="With the OCI CLI" text={command} what="command" />}
        {notes.length > 0 && (
          <ul className={list}>
            {notes.map((note) => (
              <li key={note}>
                <Literal text={note} />
              </li>
            ))}
          </ul>
        )}
      </div>
    </Section>
  );
}
