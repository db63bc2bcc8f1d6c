import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { repositoryPath } from "@/scripts/lib/repository.mjs";

const directory = mkdtempSync(join(tmpdir(), "zpl-"));
afterAll(() => rmSync(directory, { recursive: true, force: true }));

const right =
  "in net.vcn:a VCN allow app.tier:web endpoints to connect to app.tier:db endpoints with protocol='tcp/22'";
const wrong = "in net.vcn:a VCN allow 10.0.0.0/8 to connect to app.tier:db endpoints with protocol='tcp/99999'";

function zpl(words: readonly string[], input = "") {
  const { status, stdout, stderr } = spawnSync(process.execPath, ["--import", "tsx", "scripts/zpl.ts", ...words], {
    cwd: repositoryPath(""),
    input,
    encoding: "utf8",
  });
  return { status, stdout, stderr };
}

function fileOf(name: string, text: string): string {
  const path = join(directory, name);
  writeFileSync(path, text);
  return path;
}

describe("zpl check", () => {
  it("says of every mistake where it is, what it is and how it is fixed, and ends with 1", () => {
    const file = fileOf("policy.zpl", `${right}\n\n${wrong}\n`);
    const { status, stdout } = zpl(["check", file]);
    expect(status).toBe(1);
    expect(stdout.split("\n")).toEqual([
      `${file}:3:24: error address-not-quoted: 10.0.0.0/8 lacks its quotes.`,
      "  fix: Put it in single quotes:",
      `    ${wrong.replace("10.0.0.0/8", "'10.0.0.0/8'")}`,
      `${file}:3:${wrong.indexOf("tcp/") + 1}: error port-range: 99999 is no port: they go to 65535.`,
      "2 statements: 2 errors, 0 warnings, 0 notes",
      "",
    ]);
  });

  it("ends with 0 when there are warnings alone, unless there are more than are allowed", () => {
    const odd = right.replace("VCN allow", "VCN\u00A0allow");
    expect(zpl(["check", "-"], odd)).toMatchObject({ status: 0 });
    expect(zpl(["check", "--max-warnings", "1", "-"], odd)).toMatchObject({ status: 0 });
    expect(zpl(["check", "-", "--max-warnings=0"], odd)).toMatchObject({ status: 1 });
  });

  it("reads a policy as the OCI CLI prints it, and answers programs in JSON", () => {
    const policy = JSON.stringify({ data: { items: [{ name: "web", statements: [right, wrong] }] } }, null, 2);
    const { status, stdout } = zpl(["check", "-", "--json"], policy);
    const report = JSON.parse(stdout);
    expect(status).toBe(1);
    expect(report).toMatchObject({ statements: 2, errors: 2, warnings: 0 });
    const [first] = report.findings;
    expect(first).toMatchObject({
      policy: "web",
      statement: 2,
      rule: "address-not-quoted",
      expected: ["'10.0.0.0/8'"],
    });
    expect(policy.split("\n")[first.line - 1]?.slice(first.column - 1, first.end.column - 1)).toBe("10.0.0.0/8");
    expect(first.fix.text).toBe(wrong.replace("10.0.0.0/8", "'10.0.0.0/8'"));
  });

  it("says what parses and may not do what was meant, and counts the statements of a policy", () => {
    const open = "in net.vcn:a VCN allow '0.0.0.0/0' to connect to app.tier:db endpoints with protocol='tcp/22'";
    const { status, stdout } = zpl(["check", "-"], `${open}\n${open}\n`);
    expect(status).toBe(0);
    expect(stdout.split("\n").map((line) => line.split(": ").slice(0, 2).join(": "))).toEqual([
      "stdin:1:24: warning every-address",
      "stdin:2:1: warning duplicate-statement",
      "stdin:2:24: warning every-address",
      "2 statements: 0 errors, 3 warnings, 0 notes",
      "",
    ]);
    const statements = Array.from({ length: 51 }, (_, index) => right.replace("tcp/22", `tcp/${index}`));
    expect(zpl(["check", "-"], JSON.stringify({ data: { name: "web", statements } }))).toMatchObject({
      status: 1,
      stdout: expect.stringContaining(
        "error too-many-statements: The policy has 51 statements; 50 is the most. (policy web)",
      ),
    });
    expect(zpl(["check", "-"], statements.join("\n")).status).toBe(0);
  });

  it.each([
    [["check"], "", "Give one file"],
    [["check", "a", "b"], "", "Give one file"],
    [["check", "/no/such/file"], "", "cannot be read"],
    [["check", "-"], " \n", "holds no statements"],
    [["check", "-"], "{", "is no JSON"],
    [["check", "-", "--max-warnings=many"], right, "needs a number"],
    [["lint", "-"], "", "Usage: npm run zpl"],
  ])("refuses %j with %j, and ends with 2", (words, input, message) => {
    const { status, stderr } = zpl(words, input);
    expect(status).toBe(2);
    expect(stderr).toContain(message);
  });

  it("shows twenty findings of a statement, however many there are, and says how many more", () => {
    const text = right + " with protocol='tcp/22'".repeat(6_000);
    const { status, stdout } = zpl(["check", "-"], text);
    const lines = stdout.trimEnd().split("\n");
    expect(status).toBe(1);
    expect(lines.filter((line) => line.startsWith("stdin:1:"))).toHaveLength(21);
    expect(lines.slice(-2)).toEqual([
      "stdin:1:1: and 5,980 more findings of this statement",
      "1 statement: 6,000 errors, 0 warnings, 0 notes",
    ]);
    expect(stdout.length).toBeLessThan(10_000);
    const report = JSON.parse(zpl(["check", "-", "--json"], text).stdout);
    expect(report).toMatchObject({ errors: 6_000, more: [{ policy: null, statement: 1, count: 5_980 }] });
    expect(report.findings).toHaveLength(20);
    expect(report.findings[0].fix).toMatchObject({ text: null, edits: [{ insert: expect.any(String) }] });
  });

  it("shows of a fix of a long statement what it changes, and the gravest findings first", () => {
    const notes = Array.from({ length: 30 }, () => "\u00A0").join("x ");
    const text = `${right.replace(" allow", `${notes} allow`)} with protocl='tcp/${"9".repeat(700)}'`;
    const { stdout } = zpl(["check", "-"], text);
    expect(stdout).toContain("error filter-name: protocl is no filter.");
    expect(stdout.split("\n").every((line) => line.length < 500)).toBe(true);
  });

  it("ends quietly when nobody reads on", () => {
    const lines = Array.from({ length: 20_000 }, () => wrong).join("\n");
    const file = fileOf("many.zpl", lines);
    const command = `"${process.execPath}" --import tsx scripts/zpl.ts check "${file}" | head -c 100`;
    const { stdout, stderr } = spawnSync("sh", ["-c", command], { cwd: repositoryPath(""), encoding: "utf8" });
    expect([stdout.length, stderr]).toEqual([100, ""]);
  });

  it("shows control characters instead of sending them to the terminal", () => {
    expect(zpl(["check", "-"], "in \u001B[31m VCN").stdout).not.toContain("\u001B");
  });
});

/** A world of a web server and a database in one VCN, as the console exports it. */
const exported = (() => {
  const end = (id: string, value: string) => ({
    id,
    name: id,
    kind: "load balancer",
    vcnId: "vcn",
    attributes: [{ namespace: "app", key: "tier", value, doubt: null }],
    addresses: { kind: "unknown" },
  });
  const network = { namespace: "net", key: "vcn", value: "a", doubt: null };
  return {
    version: 1,
    readAt: "2026-11-24T06:00:00.000Z",
    world: {
      vcns: [
        { id: "vcn", name: "vcn", region: "r", attributes: [network], cidrBlocks: ["10.0.0.0/16"], isZprOnly: false },
      ],
      endpoints: [end("web", "web"), end("db", "db")],
      policies: [{ id: "policy", name: "policy", lifecycleState: "ACTIVE", statements: [right] }],
      isPolicyListComplete: true,
      isEndpointListComplete: true,
    },
  };
})();

describe("zpl check against an inventory", () => {
  const inventory = fileOf("checked-world.json", JSON.stringify(exported));
  const check = (statement: string, ...words: readonly string[]) =>
    zpl(["check", "-", "--inventory", inventory, ...words], statement);

  it("says which names mean nothing in it, and of when it is", () => {
    expect(check(right)).toMatchObject({
      status: 0,
      stdout: expect.stringContaining("0 warnings, 0 notes (inventory"),
    });
    const misplaced = check(right.replace("net.vcn:a", "net.vcn:b"), "--max-warnings=0");
    expect(misplaced.status).toBe(1);
    expect(misplaced.stdout).toContain("warning location-without-vcn");
    expect(check(right.replace("app.tier:db", "app.tier:cache")).stdout).toContain(
      "note endpoint-without-resource: No resource of the one kind that was read carries app.tier:cache.",
    );
  });

  it("refuses a file that is no exported world, and ends with 2", () => {
    const { status, stderr } = zpl(["check", "-", "--inventory", fileOf("no-world.json", "{}")], right);
    expect([status, stderr]).toEqual([2, expect.stringContaining("is no exported world")]);
  });
});

describe("zpl test", () => {
  const inventory = fileOf("world.json", JSON.stringify(exported));
  const keeps = "mustReach:\n  - {from: app.tier:web, to: app.tier:db, protocol: tcp/22}\n";
  const test = (text: string, ...words: readonly string[]) =>
    zpl(["test", fileOf("guards.yaml", text), "--inventory", inventory, ...words]);

  it("ends with 0 when every line passes, and says of when the world is", () => {
    const { status, stdout } = test(keeps);
    expect([status, stdout.split("\n")]).toEqual([
      0,
      [
        "PASS    mustReach[0]: app.tier:web must reach app.tier:db on tcp/22",
        "1 line: 1 pass, 0 fail, 0 unknown (read 2026-11-24T06:00:00.000Z)",
        "",
      ],
    ]);
  });

  it("ends with 1 when a line fails, with the pair that breaks it", () => {
    const { status, stdout } = test(`${keeps}mustNotReach:\n  - {from: web, to: db}\n`);
    expect(status).toBe(1);
    expect(stdout).toContain("FAIL    mustNotReach[0]: web must not reach db\n        web to db: ");
  });

  it("ends with 1 when nobody can say, or when nothing was to be tested", () => {
    expect(test("mustReach:\n  - {from: app.tier:wbe, to: db}\n")).toMatchObject({
      status: 1,
      stdout: expect.stringContaining(
        "UNKNOWN mustReach[0]: app.tier:wbe must reach db (no resource is meant by its from)",
      ),
    });
    expect(test("adminSources: [10.0.0.0/8]\n")).toMatchObject({
      status: 1,
      stdout: expect.stringContaining("nothing was tested"),
    });
  });

  it("answers programs in JSON", () => {
    expect(JSON.parse(test(keeps, "--json").stdout)).toMatchObject({
      pass: 1,
      fail: 0,
      results: [
        { id: "mustReach[0]", verdict: "pass", evidence: [{ source: "web", destination: "db", verdict: "allowed" }] },
      ],
    });
  });

  it.each([
    ["mustReach:\n  - {from: 10.0.0.1/8, to: db}\n", [], "guards.yaml:2:6: mustReach[0].from: "],
    [keeps, ["--inventory"], "--inventory"],
  ])("refuses what it cannot use with 2, and says where", (text, words, message) => {
    const { status, stderr } = test(text, ...words);
    expect(status).toBe(2);
    expect(stderr).toContain(message);
  });

  it("refuses a file that is no exported world by the member that is wrong", () => {
    const file = fileOf("other.json", JSON.stringify({ ...exported, version: 9 }));
    const { status, stderr } = zpl(["test", fileOf("guards.yaml", keeps), "--inventory", file]);
    expect([status, stderr.includes("other.json is no exported world: version: ")]).toEqual([2, true]);
  });
});

describe("zpl format", () => {
  const untidy = "IN net.vcn:a  VCN allow 'app.tier:web' to connect to app.tier:db with protocol = 'TCP/22'";

  it("prints every statement in its canonical form, and leaves what does not parse", () => {
    const { status, stdout, stderr } = zpl(["format", "-"], `${untidy}\n\n${wrong}\n`);
    expect([status, stdout]).toEqual([1, `${right}\n\n${wrong}\n`]);
    expect(stderr).toContain("stdin:3:1: left as it is");
  });

  it("writes a file back with nothing changed but its statements, and then finds nothing to do", () => {
    const file = fileOf("policy.json", JSON.stringify({ data: { name: "web", statements: [untidy] } }, null, 4));
    expect(zpl(["format", file, "--check"]).status).toBe(1);
    expect(zpl(["format", file, "--write"]).status).toBe(0);
    expect(readFileSync(file, "utf8")).toBe(JSON.stringify({ data: { name: "web", statements: [right] } }, null, 4));
    expect(zpl(["format", file, "--check"]).status).toBe(0);
  });
});

describe("zpl rules", () => {
  it("says whether the page of the rules is up to date", () => {
    expect(zpl(["rules"])).toMatchObject({ status: 0, stdout: "docs/zpl-rules.md is up to date.\n" });
  });
});

describe("zpl fuzz", () => {
  it("prints the seed that it took", () => {
    const { status, stdout } = zpl(["fuzz", "--count", "200", "--seed", "7"]);
    expect([status, stdout.split("\n")[0]]).toEqual([0, "Parsing 200 texts, seed 7."]);
  });
});
