import { GuardPairs } from "@/components/guards/guard-pairs";
import { GuardVerdictWord } from "@/components/guards/guard-verdict";
import { guardCauseWords } from "@/components/guards/guard-words";
import { Literal } from "@/components/ui/literal";
import { BodyCell, HeaderCell, Row, Table } from "@/components/ui/table";
import type { GuardLineView } from "@/lib/contract/guards";
import { formatCounted } from "@/lib/format";

/** The lines of a guard file with their verdicts, and the pairs that decide them. */
export function GuardLines({
  lines,
  label = "Lines of the guard file",
}: {
  readonly lines: readonly GuardLineView[];
  readonly label?: string;
}) {
  return (
    <Table label={label} isStacked>
      <thead>
        <tr>
          <HeaderCell isFirst>Line</HeaderCell>
          <HeaderCell>Verdict</HeaderCell>
          <HeaderCell>What decides</HeaderCell>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <Row key={line.id}>
            <BodyCell isFirst className="align-top">
              <LineText line={line} />
            </BodyCell>
            <BodyCell label="Verdict" className="align-top">
              <span className="block py-1">
                <GuardVerdictWord verdict={line.verdict} />
              </span>
            </BodyCell>
            <BodyCell label="What decides" className="align-top sm:min-w-96">
              <Decides line={line} />
            </BodyCell>
          </Row>
        ))}
      </tbody>
    </Table>
  );
}

function LineText({ line: { from, to, expects, protocol, id } }: { readonly line: GuardLineView }) {
  return (
    <span className="flex max-w-md flex-col py-1 font-normal wrap-anywhere sm:min-w-52">
      <span>
        <Literal text={from} className="font-mono" />{" "}
        <span className="font-medium">{expects === "reach" ? "must reach" : "must not reach"}</span>{" "}
        <Literal text={to} className="font-mono" />
        {protocol !== "" && (
          <>
            {" on "}
            <span className="font-mono">{protocol}</span>
          </>
        )}
      </span>
      <span className="text-note text-muted font-mono">{id}</span>
    </span>
  );
}

function Decides({ line }: { readonly line: GuardLineView }) {
  const { verdict, cause, pairCount, failingPairCount, pairs } = line;
  if (verdict === "pass")
    return (
      <span className="text-muted block py-1">{`${formatCounted(pairCount, "pair")} ${pairCount === 1 ? "keeps" : "keep"} it`}</span>
    );
  return (
    <span className="flex flex-col gap-1 py-1">
      {cause !== null && <span>{guardCauseWords[cause]}</span>}
      {verdict === "fail" && (
        <span className="text-muted">{`${failingPairCount} of ${formatCounted(pairCount, "pair")} ${failingPairCount === 1 ? "breaks" : "break"} it`}</span>
      )}
      <GuardPairs pairs={pairs} expects={line.expects} isBroken={verdict === "fail"} />
    </span>
  );
}
