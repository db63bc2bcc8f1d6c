import { LinkButton } from "@/components/shared/link-button";
import { StatementText } from "@/components/shared/statement-text";
import { TextLink } from "@/components/shared/text-link";
import { CopyButton } from "@/components/ui/copy-button";
import { Literal } from "@/components/ui/literal";
import type { GlyphShape, Tone } from "@/components/ui/status-glyph";
import { StatusWord } from "@/components/ui/status-word";
import type { RequiredStatementsResponse } from "@/lib/contract/required-statements";
import { formatCounted } from "@/lib/format";
import { routes } from "@/lib/routes";

type Statement = RequiredStatementsResponse["statements"][number];

const looks: Record<Statement["state"], { readonly shape: GlyphShape; readonly tone: Tone; readonly word: string }> = {
  missing: { shape: "octagon", tone: "blocked", word: "Missing" },
  "cannot-tell": { shape: "diamond", tone: "unknown", word: "Cannot tell" },
  equivalent: { shape: "tick", tone: "allowed", word: "Equivalent" },
  present: { shape: "tick", tone: "allowed", word: "Present" },
};

const shownNames = 3;

/** One statement that is needed: whether it is there, its text to copy, and the way to create it. */
export function RequiredStatementRow({ statement }: { readonly statement: Statement }) {
  const { state, text, why, evidence, found, isTemplate, coveredBy } = statement;
  const { shape, tone, word } = looks[state];
  const isThere = state === "present" || state === "equivalent";
  return (
    <li className="grid gap-x-4 gap-y-1.5 px-4 py-3 sm:grid-cols-[7rem_minmax(0,1fr)_auto]">
      <div>
        <StatusWord shape={shape} tone={tone}>
          {word}
        </StatusWord>
      </div>
      <div className="flex min-w-0 flex-col gap-1">
        {text === null ? (
          <p className="text-muted">
            No statement can be written while a VCN carries no attribute, or what it carries is not known.
          </p>
        ) : (
          <p>
            <StatementText text={text} />
          </p>
        )}
        <p className="text-muted">
          {why} For <Names neededBy={statement.neededBy} />.
          {isTemplate && " Put your own block of addresses in the place of the words in brackets."}
        </p>
        <p className="wrap-anywhere">
          <Literal text={evidence} />{" "}
          {found !== null && (
            <TextLink href={routes.zprPolicy(found.policyId)}>
              Open <Literal text={found.policyName} />
            </TextLink>
          )}
        </p>
        {coveredBy !== null && (
          <p>
            Not written beside another that is missing too and allows it: <StatementText text={coveredBy} />
          </p>
        )}
      </div>
      {text !== null && (
        <div className="flex items-start gap-1">
          {!isThere && (
            <LinkButton size="small" href={routes.newZprPolicy({ statements: [text] })}>
              New policy<span className="sr-only"> with this statement: {text}</span>
            </LinkButton>
          )}
          <CopyButton text={text} what="statement" />
        </div>
      )}
    </li>
  );
}

function Names({ neededBy }: Pick<Statement, "neededBy">) {
  const rest = neededBy.length - shownNames;
  return (
    <>
      {neededBy.slice(0, shownNames).map(({ resourceId, name }, index) => (
        <span key={resourceId}>
          {index > 0 && ", "}
          <TextLink href={routes.resource(resourceId)}>
            <Literal text={name} />
          </TextLink>
        </span>
      ))}
      {rest > 0 && ` and ${formatCounted(rest, "other")}`}
    </>
  );
}
