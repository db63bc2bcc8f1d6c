import { describe, expect, test } from "vitest";
import { drawMap, mostDrawn } from "@/lib/oke/map/map-drawing";
import { groupsOf } from "@/lib/oke/map/map-group";
import { mapMatrix } from "@/lib/oke/map/map-matrix";
import { type MapModel, mapModelOf } from "@/lib/oke/map/map-model";
import { type MapFilter, selectMap } from "@/lib/oke/map/map-selection";
import { mapGroupings, mapMarks, type MarkCounts } from "@/lib/oke/map/map-words";
import { testMapWorld } from "@/lib/oke/map/test-worlds";
import { flowCertainty } from "@/lib/zpr/guards/flow-certainty";
import { no, yes } from "@/lib/zpr/reach/certainty";
import { compileWorld } from "@/lib/zpr/reach/compile-world";
import { everyProtocol } from "@/lib/zpr/reach/protocol-set";
import { governedOf } from "@/lib/zpr/reach/reach-end";

const everything: MapFilter = { grouping: "vcn", isMeant: null, near: null, from: null, to: null, marks: null };
const sumOf = (marks: MarkCounts) => mapMarks.reduce((sum, mark) => sum + (marks[mark] ?? 0), 0);
const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0);

function modelOf(count: number): MapModel {
  const { compiled, resources } = testMapWorld(count);
  return mapModelOf({ before: compiled, after: compiled }, "now", resources, []);
}

describe.each([50, 300, 3_000])("a map of %i resources", (count) => {
  const model = modelOf(count);

  test("has every resource in one node", () => {
    const ids = model.nodes.flatMap(({ resources }) => resources.map(({ id }) => id));
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.length).toBe(count + Math.ceil(count / 50));
  });

  test.each(mapGroupings)("has as many flows in the graph and in the matrix as in the table, by %s", (grouping) => {
    const near = { nodeId: model.nodes[0]?.id ?? "", hops: 2 };
    const filters: readonly MapFilter[] = [
      { ...everything, grouping },
      { ...everything, grouping, marks: ["perhaps", "unknown"] },
      { ...everything, grouping, near },
      { ...everything, grouping, isMeant: ({ state }) => state === "stale" },
    ];
    for (const filter of filters) {
      const selection = selectMap(model, filter);
      const someGroups = groupsOf(selection.nodes, grouping).filter((_, index) => index % 2 === 0);
      for (const toggled of [new Set<string>(), new Set(someGroups.map(({ id }) => id))]) {
        const drawing = drawMap(selection, { grouping, toggled, focusId: null, findingsOf: () => 0 });
        expect(sum(drawing.edges.map(({ marks }) => sumOf(marks)))).toBe(selection.flows.length);
        expect(drawing.drawnCount).toBeLessThanOrEqual(mostDrawn);
      }
      const { cells, rows, columns } = mapMatrix(selection, model, grouping);
      expect(sum(cells.map(({ flowCount }) => flowCount))).toBe(selection.flows.length);
      expect(sum(cells.map(({ marks }) => sumOf(marks)))).toBe(selection.flows.length);
      expect(sum(rows.map(({ flowCount }) => flowCount))).toBe(selection.flows.length);
      expect(sum(columns.map(({ flowCount }) => flowCount))).toBe(selection.flows.length);
    }
  });

  test("leaves no node out: each is drawn, in a closed group, or counted in a rest", () => {
    for (const grouping of mapGroupings) {
      const selection = selectMap(model, { ...everything, grouping });
      const options = { grouping, toggled: new Set<string>(), focusId: null, findingsOf: () => 0 };
      const { groups, restGroups } = drawMap(selection, options);
      const shown = groups.map(({ isOpen, nodes, drawn, rest }) =>
        isOpen ? drawn.length + rest.length : nodes.length,
      );
      expect(sum(shown) + sum(restGroups.map(({ nodes }) => nodes.length))).toBe(model.nodes.length);
    }
  });

  test("cells lead to the rows that they count", () => {
    const selection = selectMap(model, { ...everything, grouping: "cluster" });
    const { cells, rows, columns } = mapMatrix(selection, model, "cluster");
    for (const { row, column, flowCount } of cells.slice(0, 40)) {
      const [from, to] = [rows[row]?.groupId ?? null, columns[column]?.groupId ?? null];
      if (from === null || to === null) continue;
      const led = selectMap(model, { ...everything, grouping: "cluster", from, to });
      expect(led.flows.length).toBe(flowCount);
    }
  });
});

test("the flows between resources are those that a single question gives for each pair", () => {
  const { compiled, resources } = testMapWorld(50);
  const model = mapModelOf({ before: compiled, after: compiled }, "now", resources, []);
  const marksOf = new Map<string, Set<string>>();
  for (const { source, target, mark } of model.flows) {
    const key = `${source}>${target}`;
    marksOf.set(key, (marksOf.get(key) ?? new Set()).add(mark));
  }
  let [allowed, blocked] = [0, 0];
  for (const [fromId, from] of compiled.classOf) {
    for (const [toId, to] of compiled.classOf) {
      if (fromId === toId || (governedOf(from) === no && governedOf(to) === no)) continue;
      const marks = marksOf.get(`${model.ofResource.get(fromId)?.id}>${model.ofResource.get(toId)?.id}`) ?? new Set();
      const { any } = flowCertainty(compiled, [from, to], everyProtocol);
      expect(marks.has("allowed"), `${fromId} > ${toId}`).toBe(any === yes);
      if (any === no) expect(marks.size, `${fromId} > ${toId}`).toBe(0);
      if (any === yes) allowed += 1;
      if (any === no) blocked += 1;
    }
  }
  expect(allowed).toBeGreaterThan(100);
  expect(blocked).toBeGreaterThan(100);
});

test("the same world gives the same map, whatever the order in which it was read", () => {
  const { world, compiled, resources } = testMapWorld(300);
  const turned = compileWorld({
    ...world,
    vcns: world.vcns.toReversed(),
    endpoints: world.endpoints.toReversed(),
    policies: world.policies.toReversed(),
  });
  const one = mapModelOf({ before: compiled, after: compiled }, "now", resources, []);
  const other = mapModelOf({ before: turned, after: turned }, "now", resources, []);
  expect(other.nodes).toEqual(one.nodes);
  expect(other.flows.map(({ id }) => id)).toEqual(one.flows.map(({ id }) => id));
});
