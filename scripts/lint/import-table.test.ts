import { execFile } from "node:child_process";
import { mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";

const repository = resolve(import.meta.dirname, "../..");

/** File, what it imports, and the rule that refuses it; `null` where the import is right. */
const cases: readonly (readonly [file: string, source: string, rule: string | null])[] = [
  ["lib/zpr/a.ts", `import { x } from "@/lib/oke/cluster"; export { x };`, "no-restricted-imports"],
  ["lib/zpr/b.ts", `import { x } from "node:fs"; export { x };`, "no-restricted-imports"],
  ["lib/zpr/c.ts", `import * as v from "valibot"; export { v };`, null],
  ["lib/zpr/d.ts", `import type { X } from "oci-core"; export type { X };`, "no-restricted-imports"],
  ["lib/zpr/e.ts", `export { x } from "@/lib/server/env";`, "no-restricted-imports"],
  ["lib/zpr/f.ts", `export const x = () => import("@/lib/oci/clusters");`, "no-restricted-imports"],
  ["lib/zpr/g.ts", `import { x } from "../oke/cluster"; export { x };`, "no-relative-parent-imports"],
  ["lib/zpr/h.test.ts", `import { test } from "vitest"; export { test };`, null],
  ["lib/zpr/i.ts", `import { test } from "vitest"; export { test };`, "no-restricted-imports"],
  ["lib/zpr/j.test.ts", `import { x } from "@/lib/oci/clusters"; export { x };`, "no-restricted-imports"],
  ["lib/oke/a.ts", `import { x } from "@/lib/inventory/inventory"; export { x };`, "no-restricted-imports"],
  ["lib/contract/a.ts", `import { x } from "@/lib/inventory/inventory"; export { x };`, "no-restricted-imports"],
  ["lib/queries/a.ts", `import { x } from "@/lib/oci/clusters"; export { x };`, "no-restricted-imports"],
  ["lib/inventory/a.ts", `import { x } from "oci-core"; export { x };`, "no-restricted-imports"],
  ["lib/inventory/b.ts", `import { x } from "@/lib/changes/plan"; export { x };`, "no-restricted-imports"],
  ["lib/inventory/c.ts", `import type { X } from "@/lib/contract/clusters"; export type { X };`, null],
  ["lib/inventory/d.ts", `import { x } from "@/lib/contract/clusters"; export { x };`, "no-restricted-imports"],
  ["lib/inventory/testing/a.ts", `import { x } from "@/emulator/server"; export { x };`, null],
  ["lib/changes/a.ts", `import { x } from "@/lib/inventory/inventory"; export { x };`, null],
  ["lib/oci/a.ts", `import { x } from "oci-core"; export { x };`, null],
  ["lib/oci/b.ts", `import { x } from "@/lib/inventory/inventory"; export { x };`, "no-restricted-imports"],
  ["lib/server/a.ts", `import { x } from "@/lib/oci/errors"; export { x };`, null],
  ["lib/server/b.ts", `import { x } from "@/lib/inventory/inventory"; export { x };`, "no-restricted-imports"],
  ["components/ui/a.tsx", `import { x } from "@/lib/zpr/verdict"; export { x };`, "no-restricted-imports"],
  ["components/ui/b.tsx", `import { Dialog } from "@base-ui/react/dialog"; export { Dialog };`, null],
  ["components/shared/a.tsx", `import { x } from "@/components/clusters/x"; export { x };`, "no-restricted-imports"],
  [
    "components/shared/b.tsx",
    `import { Dialog } from "@base-ui/react/dialog"; export { Dialog };`,
    "no-restricted-imports",
  ],
  ["components/clusters/a.tsx", `import { x } from "@/components/resources/x"; export { x };`, "no-restricted-imports"],
  ["components/clusters/b.tsx", `import { x } from "@/components/clusters/x"; export { x };`, null],
  ["components/clusters/c.tsx", `import { x } from "@/lib/server/env"; export { x };`, "no-restricted-imports"],
  ["app/clusters/page.tsx", `import { x } from "@/lib/oci/clusters"; export { x };`, "no-restricted-imports"],
  ["app/clusters/layout.tsx", `import { x } from "@/components/clusters/x"; export { x };`, null],
  ["app/api/clusters/route.ts", `import { x } from "@/lib/oci/clusters"; export { x };`, "no-restricted-imports"],
  ["app/api/clusters/route.test.ts", `import { x } from "@/emulator/server"; export { x };`, null],
  ["app/api/changes/route.ts", `import { x } from "@/lib/changes/plan"; export { x };`, null],
  ["emulator/a.ts", `import type { X } from "oci-core"; export type { X };`, null],
  ["emulator/b.ts", `import { x } from "oci-core"; export { x };`, "no-restricted-imports"],
  ["emulator/c.ts", `import { x } from "@/lib/oci/clusters"; export { x };`, "no-restricted-imports"],
  ["emulator/d.test.ts", `import { x } from "oci-core"; export { x };`, null],
  ["e2e/a.spec.ts", `import { x } from "@/lib/zpr/verdict"; export { x };`, "no-restricted-imports"],
  ["bench/a.ts", `import { x } from "@/lib/changes/plan"; export { x };`, "no-restricted-imports"],
  ["scripts/a.mjs", `import x from "p-limit"; export { x };`, "no-restricted-imports"],
  ["scripts/b.ts", `import { x } from "@/lib/zpr/policy-lint/lint-policies"; export { x };`, null],
  ["scripts/c.ts", `import { x } from "@/lib/zpr/attribute-verdict"; export { x };`, "no-restricted-imports"],
  ["lib/filter-text/a.ts", `import { x } from "@/lib/contract/page"; export { x };`, "no-restricted-imports"],
  ["lib/inventory/e.ts", `import { x } from "@/lib/filter-text/parse-filter-text"; export { x };`, null],
  ["lib/export/a.ts", `import { x } from "@/lib/contract/page"; export { x };`, "no-restricted-imports"],
  ["components/shared/c.tsx", `import { x } from "@/lib/export/csv"; export { x };`, null],
  ["lib/routes.ts", `import { x } from "@/lib/server/env"; export { x };`, "no-restricted-imports"],
  ["lib/contract/b.ts", `export async function f() {}\nexport const g = () => { f(); };`, "no-floating-promises"],
  [
    "lib/contract/c.ts",
    `export const f = (x: "a" | "b") => { switch (x) { case "a": return 1; } return 2; };`,
    "switch-exhaustiveness-check",
  ],
  ["lib/contract/badName.ts", `export const x = 1;`, "filename-case"],
  ["lib/contract/e.ts", `export const x: any = 1;`, "no-explicit-any"],
  ["lib/contract/g.ts", `console.log(1); export {};`, "no-console"],
  ["lib/contract/h.ts", `export default 1;`, "no-default-export"],
  ["lib/contract/i.ts", `export const f = (x: string | null) => x!.length;`, "no-non-null-assertion"],
  ["lib/contract/j.ts", `export const x = [\n${"  1,\n".repeat(301)}];`, "max-lines"],
  ["lib/contract/k.ts", `import { y } from "@/lib/contract/l"; export const x = () => y;`, "no-cycle"],
  ["lib/contract/l.ts", `import { x } from "@/lib/contract/k"; export const y = () => x;`, "no-cycle"],
  ["components/clusters/d.tsx", `export const A = () => <img src="/a.png" />;`, "alt-text"],
  [
    "components/clusters/e.tsx",
    `import { useState } from "react"; export function A(p: { a: boolean }) { if (p.a) { useState(0); } return null; }`,
    "rules-of-hooks",
  ],
];

let folder = "";
let found: ReadonlyMap<string, readonly string[]> = new Map();

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "import-table-"));
  const tsconfig = {
    compilerOptions: {
      strict: true,
      jsx: "react-jsx",
      module: "esnext",
      moduleResolution: "bundler",
      paths: { "@/*": ["./*"] },
    },
  };
  await writeFile(join(folder, "tsconfig.json"), JSON.stringify(tsconfig));
  await writeFile(
    join(folder, "oxlint.config.mjs"),
    `export { default } from ${JSON.stringify(pathToFileURL(join(repository, "oxlint.config.mjs")).href)};`,
  );
  await symlink(join(repository, "node_modules"), join(folder, "node_modules"), "junction");
  for (const [file, source] of cases) {
    await mkdir(dirname(join(folder, file)), { recursive: true });
    await writeFile(join(folder, file), `${source}\n`);
  }
  found = await lint(folder);
}, 60_000);

afterAll(() => rm(folder, { recursive: true, force: true }));

test.each(cases.filter(([, , rule]) => rule !== null))("%s is refused by its rule", (file, _source, rule) => {
  expect(found.get(file) ?? []).toContain(rule);
});

test.each(cases.filter(([, , rule]) => rule === null))("%s is let through", (file) => {
  expect(found.get(file) ?? []).not.toContain("no-restricted-imports");
});

/** The names of the rules that oxlint reports, by file. */
async function lint(cwd: string): Promise<Map<string, string[]>> {
  const oxlint = join(repository, "node_modules/oxlint/bin/oxlint");
  const stdout = await new Promise<string>((done) => {
    execFile(
      process.execPath,
      [oxlint, "-c", "oxlint.config.mjs", "-f", "json"],
      { cwd, maxBuffer: 2 ** 24 },
      (_error, out) => done(out),
    );
  });
  const report: { diagnostics: { code: string; filename: string }[] } = JSON.parse(stdout);
  const rules = new Map<string, string[]>();
  for (const { code, filename } of report.diagnostics) {
    const rule = /\(([^)]+)\)/.exec(code)?.[1] ?? code;
    rules.set(filename, [...(rules.get(filename) ?? []), rule]);
  }
  return rules;
}
