"use client";

import { MapLink } from "@/components/map/map-link";
import { groupTitle, marksSentence, markWords, worstMark } from "@/components/map/map-text";
import { useMapAnswer } from "@/components/map/use-map";
import { Literal } from "@/components/ui/literal";
import { StatusGlyph } from "@/components/ui/status-glyph";
import { BodyCell, HeaderCell, Row, Table } from "@/components/ui/table";
import type { MapMatrixView } from "@/lib/contract/map";
import { formatCount, formatCounted } from "@/lib/format";
import { mapMarks } from "@/lib/oke/map/map-words";

type Axis = MapMatrixView["rows"][number];
type Cell = MapMatrixView["cells"][number];

/** Groups by groups: how many flows lead from the one to the other, and of what kind. A cell leads to its rows. */
export function MapMatrix() {
  const { content, groups, group } = useMapAnswer();
  if (content.view !== "matrix") return null;
  const byId = new Map(groups.map((each) => [each.id, each]));
  const titleOf = ({ groupId, groupCount }: Axis) => {
    if (groupId === null) return `${formatCount(groupCount)} other groups`;
    const found = byId.get(groupId);
    return found === undefined ? groupId : groupTitle(found, group);
  };
  const cells = new Map(content.cells.map((cell) => [`${cell.row} ${cell.column}`, cell]));
  return (
    <Table label="Flows by group">
      <thead>
        <tr>
          <HeaderCell isFirst>From ↓ to →</HeaderCell>
          {content.columns.map((axis) => (
            <HeaderCell
              key={axis.groupId ?? ""}
              className="max-w-48 min-w-28 py-1 align-bottom wrap-anywhere whitespace-normal!"
            >
              <Literal text={titleOf(axis)} />
            </HeaderCell>
          ))}
        </tr>
      </thead>
      <tbody>
        {content.rows.map((row, rowIndex) => (
          <Row key={row.groupId ?? ""}>
            <BodyCell isFirst>
              <span className="block max-w-64 min-w-28 wrap-anywhere">
                <Literal text={titleOf(row)} />
              </span>
              <span className="text-note text-muted">{formatCounted(row.flowCount, "flow")}</span>
            </BodyCell>
            {content.columns.map((column, columnIndex) => (
              <BodyCell key={column.groupId ?? ""} className="align-top!">
                <MatrixCell
                  cell={cells.get(`${rowIndex} ${columnIndex}`)}
                  from={row}
                  to={column}
                  words={`from ${titleOf(row)} to ${titleOf(column)}`}
                />
              </BodyCell>
            ))}
          </Row>
        ))}
      </tbody>
    </Table>
  );
}

type MatrixCellProps = {
  readonly cell: Cell | undefined;
  readonly from: Axis;
  readonly to: Axis;
  readonly words: string;
};

function MatrixCell({ cell, from, to, words }: MatrixCellProps) {
  if (cell === undefined) return <span className="text-muted">none</span>;
  const worst = worstMark(cell.marks);
  const count = (
    <span className="inline-flex items-center gap-1.5">
      {worst !== null && <StatusGlyph shape={markWords[worst].shape} tone={markWords[worst].tone} />}
      {formatCounted(cell.flowCount, "flow")}
    </span>
  );
  const isOne = from.groupId !== null && to.groupId !== null;
  return (
    <span className="flex min-w-24 flex-col">
      {isOne ? (
        <MapLink
          to={{ view: "table", from: from.groupId, to: to.groupId, page: null }}
          label={`${formatCounted(cell.flowCount, "flow")} ${words}: ${marksSentence(cell.marks)}`}
        >
          {count}
        </MapLink>
      ) : (
        count
      )}
      <span aria-hidden={isOne} className="text-note text-muted">
        {mapMarks
          .filter((mark) => (cell.marks[mark] ?? 0) > 0)
          .map(
            (mark) =>
              `${formatCount(cell.marks[mark] ?? 0)} ${markWords[mark].word.toLowerCase().replace("zpr", "ZPR")}`,
          )
          .join(", ")}
      </span>
    </span>
  );
}
