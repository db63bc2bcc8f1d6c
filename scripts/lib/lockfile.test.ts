import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { completeLockfile, lockfileProblems } from "@/scripts/lib/lockfile.mjs";
import { repositoryPath } from "@/scripts/lib/repository.mjs";

const integrity = "sha512-aaaa";

const lockfile = {
  lockfileVersion: 3,
  packages: {
    "": { dependencies: { tool: "1.2.3" } },
    "node_modules/tool": {
      version: "1.2.3",
      integrity,
      dev: true,
      optionalDependencies: {
        "@tool/linux-x64-musl": "1.2.3",
        "@tool/darwin-arm64": "^1.2.3",
        "@tool/linux-x64-gnu": "1.2.3",
      },
    },
    "node_modules/@tool/linux-x64-gnu": { version: "1.2.3", integrity, optional: true, os: ["linux"], cpu: ["x64"] },
  },
};

test("missing platform packages are added with what npm needs to skip them elsewhere", () => {
  const completed = completeLockfile(lockfile);
  expect(completed.added).toEqual(["@tool/linux-x64-musl", "@tool/darwin-arm64"]);
  expect(completed.lockfile.packages["node_modules/@tool/linux-x64-musl"]).toEqual({
    version: "1.2.3",
    cpu: ["x64"],
    dev: true,
    libc: ["musl"],
    optional: true,
    os: ["linux"],
  });
  expect(completed.lockfile.packages["node_modules/@tool/darwin-arm64"]).toEqual({
    version: "1.2.3",
    cpu: ["arm64"],
    dev: true,
    optional: true,
    os: ["darwin"],
  });
});

test("completing a complete lock file changes nothing", () => {
  const once = completeLockfile(lockfile).lockfile;
  const twice = completeLockfile(once);
  expect(twice.added).toEqual([]);
  expect(JSON.stringify(twice.lockfile)).toBe(JSON.stringify(once));
});

test("a package that is locked inside its parent, or above it, is not missing", () => {
  const packages = {
    "node_modules/a": { version: "1.0.0", integrity },
    "node_modules/a/node_modules/b": { version: "1.0.0", integrity, optionalDependencies: { c: "1.0.0", d: "1.0.0" } },
    "node_modules/a/node_modules/c": { version: "1.0.0", integrity },
    "node_modules/a/node_modules/b/node_modules/d": { version: "1.0.0", integrity },
  };
  expect(completeLockfile({ packages }).added).toEqual([]);
});

const good = { version: "1.0.0", integrity };

test.each([
  ["names where it was downloaded from", { ...good, resolved: "https://example.com/a.tgz" }],
  ["is a link", { ...good, link: true }],
  ["has no exact version", { ...good, version: "git+ssh://example.com/a" }],
  ["has no integrity hash", { version: "1.0.0" }],
  ["has no integrity hash", { version: "1.0.0", optional: true }],
  ["weaker than SHA-512", { ...good, integrity: "sha1-aaaa" }],
])("a package that %s is a problem", (words, locked) => {
  expect(lockfileProblems({ packages: { "node_modules/a": locked } }, {})).toEqual([expect.stringContaining(words)]);
});

test("only a package of another platform may lack its hash", () => {
  const packages = { "node_modules/a": { version: "1.0.0", optional: true, os: ["darwin"] } };
  expect(lockfileProblems({ packages }, {})).toEqual([]);
});

test("a range in package.json is a problem", () => {
  expect(lockfileProblems({ packages: {} }, { devDependencies: { a: "^1.0.0" } })).toEqual([
    'a is "^1.0.0" in package.json, not an exact version',
  ]);
});

test.each([
  ["16.4.5", true],
  ["16.3.9", true],
  ["16.4.6-canary.1", true],
  ["16.4.6", false],
  ["16.10.0", false],
  ["17.0.0", false],
])("next %s below the floor: %s", (version, isProblem) => {
  const problems = lockfileProblems({ packages: { "node_modules/next": { version, integrity } } }, {});
  expect(problems.length > 0).toBe(isProblem);
});

test("the lock file of this repository has no problem", () => {
  const [ours, manifest] = ["package-lock.json", "package.json"].map((name) =>
    JSON.parse(readFileSync(repositoryPath(name), "utf8")),
  );
  expect(Object.keys(ours.packages).length).toBeGreaterThan(100);
  expect(lockfileProblems(ours, manifest)).toEqual([]);
});
