import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import { describe, expect, test } from "vitest";
import { repositoryPath } from "@/scripts/lib/repository.mjs";
import { importTable } from "@/scripts/lint/import-table.mjs";

const root = repositoryPath("");
const hidden = new Set(["node_modules", ".git", ".next", ".cache"]);

/** Every file below a place, relative to the repository and with `/`. */
function filesIn(place: string): string[] {
  return readdirSync(join(root, place), { withFileTypes: true })
    .filter(({ name }) => !hidden.has(name))
    .flatMap((entry) => {
      const path = place === "." ? entry.name : `${place}/${entry.name}`;
      return entry.isDirectory() ? filesIn(path) : [path];
    });
}

const files = filesIn(".").map((path) => path.split(sep).join("/"));
const known = new Set([...files, ...files.flatMap(parentsOf)]);
const isTest = (path: string): boolean => /\.(test|spec)\.tsx?$|\/testing\/|\/test-[\w-]+\.ts$/.test(path);
const isCode = (path: string): boolean => /\.(ts|tsx|mjs|js)$/.test(path);
const read = (path: string): string => readFileSync(join(root, path), "utf8");

function parentsOf(path: string): string[] {
  const parent = dirname(path);
  return parent === "." ? [] : [parent, ...parentsOf(parent)];
}

/** Code below these places, without this file and, unless they are asked for, without tests. */
function code(places: readonly string[], { withTests = false } = {}): string[] {
  return files
    .filter((path) => isCode(path) && places.some((place) => path === place || path.startsWith(`${place}/`)))
    .filter((path) => (withTests || !isTest(path)) && path !== "lib/architecture.test.ts");
}

/** `file:line` of every match, comments left out (those that begin a line, or follow a blank). */
function found(paths: readonly string[], pattern: RegExp): string[] {
  return paths.flatMap((path) =>
    withoutComments(read(path))
      .split("\n")
      .flatMap((line, index) => (pattern.test(line) ? [`${path}:${index + 1}: ${line.trim()}`] : [])),
  );
}

function withoutComments(text: string): string {
  const blocks = text.replaceAll(/\/\*[\s\S]*?\*\//g, (comment) => comment.replaceAll(/[^\n]/g, " "));
  return blocks.replaceAll(/(^|\s)\/\/.*$/gm, "$1");
}

const product = ["app", "components", "lib"];

describe("server and browser", () => {
  test("every file of lib/oci, lib/kubernetes and lib/server, tests aside, starts with the server-only marker", () => {
    const unmarked = code(["lib/oci", "lib/kubernetes", "lib/server"]).filter(
      (path) => !read(path).startsWith(`import "server-only";`),
    );
    expect(unmarked).toEqual([]);
  });

  test("nothing but lib/oci imports a value from an oci- package, tests aside (static imports on one line)", () => {
    const others = code([...product, "emulator", "e2e", "scripts"]).filter((path) => !path.startsWith("lib/oci/"));
    expect(found(others, /^\s*(import (?!type\b)|export (?!type\b)).*from "oci-|import\("oci-/)).toEqual([]);
  });

  test("the console listens on 127.0.0.1 alone, however it is started", () => {
    const starts = code(["scripts"]).flatMap((path) =>
      [...read(path).matchAll(/next\/dist\/bin\/next",[\s[]*"(?:start|dev)",([^\]]*)\]/g)].map(([, words]) => words),
    );
    expect(starts.length).toBeGreaterThan(1);
    for (const words of starts) expect(words).toContain('"-H", "127.0.0.1"');
  });

  test("no page and no layout is a client component", () => {
    const pages = code(["app"]).filter((path) => /\/(page|layout)\.tsx$/.test(path));
    expect(found(pages, /^["']use client["']/)).toEqual([]);
  });

  test("what one part of a page loads late, no other loads at once, or it can be asked for what it needs before that has come", () => {
    // The bundler has one loader for a late module. Where a group of chunks has the module already, its loader waits for
    // nothing; and whoever else asks by that loader while the group is still arriving gets the module without what it imports.
    const client = code(["app", "components", "lib"]).filter((path) => !path.startsWith("lib/oci/"));
    const late = new Set(
      client.flatMap((path) => [...read(path).matchAll(/\bimport\("(@\/[^"]+)"\)/g)].map(([, of]) => of)),
    );
    expect(late.size).toBeGreaterThan(20);
    const atOnce = client.flatMap((path) =>
      [...withoutComments(read(path)).matchAll(/^(?:import|export) (?!type\b)([^;"]*?) from "(@\/[^"]+)"/gm)]
        .filter(([, names = "", of = ""]) => late.has(of) && !/^\{(\s*type [\w$]+,?)+\s*\}$/.test(names))
        .map(([, , of]) => `${path}: ${of}`),
    );
    expect(atOnce).toEqual([]);
  });

  test("what is loaded late is `late`, so that nothing else on the page waits for it", () => {
    // Under a lazy component without a boundary, the page is held as it was until the module has come, and React puts every box
    // back to the text that it had then; under one with a boundary its fallback stands for 300 ms.
    const client = code(["app", "components"]);
    expect(found(client, /from "next\/dynamic"|\b(lazy|Suspense)\b.* from "react"/)).toEqual([]);
  });

  test("every link and every step to a page takes the scope along: it is a ScopedLink, or goes through useGo", () => {
    const others = code(["app", "components"]).filter((path) => path !== "components/shared/scoped-link.tsx");
    expect(found(others, /from "next\/link"|\buseRouter\b/)).toEqual([]);
  });

  test("there are no Server Actions", () => {
    expect(found(code(product), /^\s*["']use server["']/)).toEqual([]);
  });

  test("no element has a style attribute, which the content security policy blocks in served HTML", () => {
    expect(found(code(["app", "components"]), /\bstyle=\{/)).toEqual([]);
  });
});

describe("addresses", () => {
  test("no address of a page is spelled outside lib/routes (literals after href, push, replace, prefetch and redirect)", () => {
    const spelled = /\bhref(=|: )\{?["'`]\/|\b(push|replace|prefetch|redirect|permanentRedirect)\(["'`]\//;
    expect(found(code(["app", "components"]), spelled)).toEqual([]);
  });
});

describe("queries", () => {
  test("query keys are written in lib/queries only", () => {
    const elsewhere = code(["app", "components"]);
    expect(found(elsewhere, /\b(queryKey|mutationKey):/)).toEqual([]);
  });

  test("no query is given a type argument or taken apart with a rest (which subscribes to every field)", () => {
    expect(found(code(product), /\buse(Suspense)?(Infinite)?Query</)).toEqual([]);
    expect(found(code(product), /\.\.\.\w+ \} = use(Suspense)?(Infinite)?Query\(/)).toEqual([]);
  });
});

describe("end-to-end tests", () => {
  const specs = files.filter((path) => path.startsWith("e2e/") && isCode(path));

  test("none intercepts a request, sleeps, or reaches for an element other than by a locator", () => {
    expect(
      found(specs, /\.(route|routeFromHAR|waitForTimeout|waitForSelector)\(|\bpage\.(\$|\$\$|click|fill|type)\(/),
    ).toEqual([]);
  });

  test("none is focused or skipped for good", () => {
    expect(found(specs, /\btest(\.describe)?\.(only|skip|fixme)\(/)).toEqual([]);
  });

  test("each expects something (by the word, between one test and the next)", () => {
    const blocks = specs
      .filter((path) => path.endsWith(".spec.ts"))
      .flatMap((path) =>
        read(path)
          .split(/^\s*test\(/m)
          .slice(1)
          .map((block) => `${path}: ${block}`),
      );
    expect(
      blocks.filter((block) => !/\bexpect\w*(?:\.soft)?\(/.test(block)).map((block) => block.slice(0, 120)),
    ).toEqual([]);
  });
});

describe("words", () => {
  const bannedWords = /[Ww]orkspace|[Ff]older|\bACLs?\b|\bacls?\b|[a-z]Acls?(?![a-z])/;

  test("words that have no place beside Oracle's do not occur (workspace, folder, ACL) in app, components and lib", () => {
    expect(found(code(product), bannedWords)).toEqual([]);
  });

  test("every OCID written out in the seeds is well formed (literals without a placeholder)", () => {
    const literals = code(["emulator/seeds"]).flatMap((path) =>
      [...read(path).matchAll(/"(ocid1\.[^"]*[^".])"/g)].map(([, ocid]) => ocid ?? ""),
    );
    expect(literals.filter((ocid) => !/^ocid1\.[a-z0-9]+\.oc\d+\.[a-z0-9-]*\.[a-z0-9]+$/.test(ocid))).toEqual([]);
  });
});

describe("habits", () => {
  const everything = code([...product, "emulator", "e2e", "bench", "scripts"], { withTests: true });

  test("a rule is switched off only with a reason on its line, the type check never, and nothing is left to do", () => {
    const lines = everything.flatMap((path) =>
      read(path)
        .split("\n")
        .map((line) => `${path}: ${line.trim()}`),
    );
    expect(lines.filter((line) => /@ts-ignore|@ts-nocheck|\bTODO\b|\bFIXME\b/.test(line))).toEqual([]);
    expect(lines.filter((line) => /(oxlint|eslint)-disable(?!.* -- \w)/.test(line))).toEqual([]);
  });

  test("there are no barrels (files of which every statement re-exports a module of ours)", () => {
    const statements = (path: string) =>
      withoutComments(read(path))
        .split(";")
        .map((statement) => statement.trim())
        .filter(Boolean);
    expect(
      everything.filter((path) =>
        statements(path).every((statement) => /^export [^=]* from "[@.][^"]*"$/.test(statement)),
      ),
    ).toEqual([]);
  });
});

describe("documents", () => {
  const documents = files.filter((path) => path.endsWith(".md"));
  const exists = (path: string) => ["", ".ts", ".tsx"].some((extension) => known.has(`${path}${extension}`));

  test("every path in a document exists (in backticks, from the repository; in links, from the document)", () => {
    const missing = documents.flatMap((document) => {
      const text = read(document);
      const named = [
        ...text.matchAll(/`((?:app|components|lib|emulator|e2e|bench|docs|scripts|\.ci)\/[\w./()[\]-]*)`/g),
      ].map(([, path]) => path ?? "");
      const linked = [...text.matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)/g)].map(([, path]) =>
        relative(root, join(root, dirname(document), path ?? ""))
          .split(sep)
          .join("/"),
      );
      return [...named, ...linked]
        .filter((path) => !exists(path.replace(/\/$/, "")))
        .map((path) => `${document}: ${path}`);
    });
    expect(missing).toEqual([]);
  });

  test("the table of docs/architecture.md has a row for every zone of the linter", () => {
    const text = read("docs/architecture.md");
    const rows = new Set(importTable(["feature"]).map(({ name }) => name));
    expect([...rows].filter((name) => !name.split(", ").every((part) => text.includes(`\`${part}\``)))).toEqual([]);
  });

  test("every folder of lib and every top-level folder of code is in the linter's table", () => {
    const globs = importTable(readdirSync(join(root, "components"))).flatMap((zone) => zone.files);
    const places = new Set(code(["lib", "components", "app", "emulator", "e2e", "bench", "scripts"]).map(placeOf));
    expect(
      [...places].filter((place) => !globs.some((glob) => glob === place || glob.startsWith(`${place}/`))),
    ).toEqual([]);
  });
});

/** `lib/zpr/a.ts` is in `lib/zpr`, `emulator/core/a.ts` in `emulator`, `lib/a.ts` in `lib`. */
function placeOf(path: string): string {
  const [top = "", second = ""] = path.split("/");
  return ["lib", "components"].includes(top) && known.has(`${top}/${second}`) && !isCode(second)
    ? `${top}/${second}`
    : top;
}
