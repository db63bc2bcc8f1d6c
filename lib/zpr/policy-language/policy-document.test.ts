import { expect, test } from "vitest";
import { policyDocumentFrom } from "@/lib/zpr/policy-language/policy-document";

const textsOf = (document: string) => policyDocumentFrom(document).statements.map(({ text }) => text);

test("lines are statements, blank ones left out, wherever they end", () => {
  const document = policyDocumentFrom("\uFEFFone\r\n\n  \ntwo");
  expect(document.statements.map(({ text, positionAt }) => [text, positionAt(1)])).toEqual([
    ["one", { line: 1, column: 2 }],
    ["two", { line: 4, column: 2 }],
  ]);
  expect(document.withTexts(["1", "2"])).toBe("1\n\n  \n2");
});

test("a policy as the OCI CLI prints it is read with its name and the places of its statements", () => {
  const json = JSON.stringify(
    { data: { description: "a:b", name: "join", statements: ["a:b", 'say "c" \u2028 d'] }, etag: "x" },
    null,
    2,
  );
  const document = policyDocumentFrom(json);
  expect(document.statements.map(({ text, policy }) => [text, document.policyNames[policy]])).toEqual([
    ["a:b", "join"],
    ['say "c" \u2028 d', "join"],
  ]);
  const lines = json.split("\n");
  const { line, column } = document.statements[1]?.positionAt(7) ?? { line: 0, column: 0 };
  expect(lines[line - 1]?.slice(column - 1)).toBe(' \u2028 d"');
  expect(JSON.parse(document.withTexts(["x", "y"]))).toMatchObject({
    data: { description: "a:b", statements: ["x", "y"] },
  });
});

test("lists of policies, and lists of texts, are read too", () => {
  expect(textsOf('{"data":{"items":[{"statements":["a"],"name":"p"},{"name":"q","statements":["b","c"]}]}}')).toEqual([
    "a",
    "b",
    "c",
  ]);
  expect(textsOf('["a","b"]')).toEqual(["a", "b"]);
  expect(textsOf('{"statements":[1,null,"a",{"statements":["b"]},["c"]],"other":["d"],"name":"statements"}')).toEqual([
    "a",
    "b",
  ]);
});

test("broken JSON is refused", () => {
  expect(() => policyDocumentFrom('{"statements":["a",}')).toThrow(SyntaxError);
});
