import fc from "fast-check";
import { expect, test } from "vitest";
import { isSamePolicyText, statementsDifference } from "@/lib/zpr/policy-difference";

const web =
  "in net.vcn:prod VCN allow app.tier:web endpoints to connect to app.tier:api endpoints with protocol='tcp/443'";
const db =
  "in net.vcn:prod VCN allow app.tier:api endpoints to connect to app.tier:db endpoints with protocol='tcp/1521'";
const kinds = (before: readonly string[], after: readonly string[]) =>
  statementsDifference(before, after).map(({ kind }) => kind);

test("statements in another order are no difference", () => {
  expect(kinds([web, db], [db, web])).toEqual(["same", "same"]);
  expect(isSamePolicyText({ description: "", statements: [web, db] }, { description: "", statements: [db, web] })).toBe(
    true,
  );
});

test("other blanks, quotes, letters of names and the word endpoints are only other words", () => {
  const reworded = web
    .replace("protocol='tcp/443'", "protocol = 'tcp/443'")
    .replace("app.tier:web endpoints", "'App.Tier:web'");
  expect(statementsDifference([web], [reworded])).toEqual([{ kind: "reworded", before: web, after: reworded }]);
});

test("another letter in a value is another statement", () => {
  expect(kinds([web], [web.replace("tier:web", "tier:Web")])).toEqual(["added", "removed"]);
});

test("a statement with mistakes is the same as itself alone", () => {
  const broken = web.replace("allow", "alow");
  expect(kinds([broken], [broken])).toEqual(["same"]);
  expect(kinds([broken], [web])).toEqual(["added", "removed"]);
});

test("of a statement that stands twice, one that is taken out is removed", () => {
  expect(kinds([web, web], [web])).toEqual(["same", "removed"]);
});

test("every statement of both lists is told once", () => {
  const list = fc.array(fc.constantFrom(web, db, `${web} `, "allow", ""), { maxLength: 6 });
  fc.assert(
    fc.property(list, list, (before, after) => {
      const difference = statementsDifference(before, after);
      expect(difference.flatMap((each) => each.after ?? [])).toEqual(after);
      expect(difference.flatMap((each) => each.before ?? []).toSorted()).toEqual(before.toSorted());
    }),
  );
});
