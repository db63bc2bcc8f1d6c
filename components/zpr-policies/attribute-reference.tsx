import { TextLink } from "@/components/shared/text-link";
import { verdictWords } from "@/components/shared/verdict-words";
import { Literal } from "@/components/ui/literal";
import { StatusWord } from "@/components/ui/status-word";
import type { StatementAttribute } from "@/lib/contract/zpr-policy";
import { routes } from "@/lib/routes";

/** An attribute that a statement names, its namespace spelled out, with what its definition says of it. */
export function AttributeReference({ attribute }: { readonly attribute: StatementAttribute }) {
  const { namespace, key, fullName, isNamespaceUnderstood, isDefined, verdict } = attribute;
  const words = verdict === null ? null : verdictWords[verdict.state];
  return (
    <span className="inline-flex flex-wrap items-center gap-x-2">
      <TextLink href={routes.securityAttribute(namespace, key)} className="text-note font-mono font-medium">
        <Literal text={fullName} />
      </TextLink>
      {isNamespaceUnderstood && <span className="text-muted">no namespace is written, so oracle-zpr is meant</span>}
      {words !== null && words.group !== "ok" && (
        <StatusWord shape={words.shape} tone={words.tone}>
          {/* A name that nobody has defined may never have been there. */}
          {verdict?.state === "deleted" && !isDefined ? "not defined" : words.word}
        </StatusWord>
      )}
    </span>
  );
}
