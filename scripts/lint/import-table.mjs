// @ts-check

/**
 * One row of the table in docs/architecture.md: who lives where, and what may be imported there. Everything that is not
 * named is refused, packages included.
 * @typedef {object} Zone
 * @property {string} name as it stands in docs/architecture.md
 * @property {string[]} files globs, relative to the repository
 * @property {string[]} imports modules of ours, in gitignore's pattern language
 * @property {string[]} packages packages and built-in modules, in the same language
 * @property {string[]} [types] modules and packages of which only types may be imported
 * @property {string[]} [testImports] modules of ours that only its tests may import besides
 * @property {string[]} [testPackages] packages that only its tests may import besides
 */

const react = ["react", "react/*", "react-dom", "react-dom/*"];
const next = ["next", "next/*"];
const screens = [
  ...react,
  ...next,
  "@tanstack/react-query",
  "@tanstack/react-virtual",
  "nuqs",
  "lucide-react",
  "valibot",
];
const server = ["server-only", "node:*", "node:*/*", "valibot", "p-limit"];
const screenImports = [
  ...folders("components", ["ui", "shared"]),
  ...folders("lib", ["queries", "zpr", "oke", "contract", "routes", "format", "cn", "export", "filter-text"]),
];
const outside = [
  "@/emulator/seed",
  "@/emulator/seeds/**",
  "@/emulator/control-client",
  "@/lib/routes",
  "@/lib/routes/**",
];

/**
 * The table. A later zone wins where two hold the same file.
 * @param {readonly string[]} features the folders of components/, without ui and shared
 * @returns {Zone[]}
 */
export function importTable(features) {
  return [
    {
      name: "app/**/page.tsx, layout.tsx",
      files: ["app/**/*.{ts,tsx}"],
      imports: [
        "@/app/**",
        "@/components/**",
        ...folders("lib", ["queries", "server", "inventory", "zpr", "oke", "contract", "routes"]),
      ],
      packages: [...react, ...next, "@tanstack/react-query", "nuqs", "nuqs/**", "geist", "geist/**", "server-only"],
    },
    {
      name: "app/api/**/route.ts",
      files: ["app/api/**", "app/**/route.ts", "app/**/route.test.ts"],
      imports: [
        "@/app/api/**",
        ...folders("lib", ["server", "inventory", "changes", "guard-file", "contract", "zpr", "oke"]),
      ],
      types: ["@/lib/oci/*"],
      packages: [...next, "valibot", "server-only"],
      testImports: ["@/app/**"],
    },
    {
      name: "components/ui",
      files: ["components/ui/**"],
      imports: folders("components", ["ui"]).concat(folders("lib", ["cn"])),
      packages: [...react, "@base-ui/react", "@base-ui/react/*", "lucide-react"],
    },
    { name: "components/shared", files: ["components/shared/**"], imports: screenImports, packages: screens },
    ...features.map((feature) => ({
      name: "components/<feature>",
      files: [`components/${feature}/**`],
      imports: [...screenImports, `@/components/${feature}/**`],
      packages: screens,
    })),
    {
      name: "lib/queries",
      files: ["lib/queries/**"],
      imports: folders("lib", ["queries", "contract", "zpr", "oke"]),
      packages: ["@tanstack/react-query", "react", "valibot"],
    },
    {
      name: "lib/contract",
      files: ["lib/contract/**"],
      imports: folders("lib", ["contract", "zpr", "oke", "json"]),
      packages: ["valibot"],
    },
    { name: "lib/zpr", files: ["lib/zpr/**"], imports: folders("lib", ["zpr", "json"]), packages: ["valibot"] },
    { name: "lib/filter-text", files: ["lib/filter-text/**"], imports: folders("lib", ["filter-text"]), packages: [] },
    {
      name: "lib/guard-file",
      files: ["lib/guard-file/**"],
      imports: folders("lib", ["guard-file", "zpr"]),
      packages: [...server, "yaml"],
    },
    { name: "lib/oke", files: ["lib/oke/**"], imports: folders("lib", ["oke", "zpr", "json"]), packages: ["valibot"] },
    {
      name: "lib/inventory",
      files: ["lib/inventory/**"],
      imports: folders("lib", ["inventory", "kubernetes", "oci", "zpr", "oke", "filter-text"]),
      types: ["@/lib/contract/*", "@/lib/guard-file/*"],
      packages: server,
    },
    {
      name: "lib/changes",
      files: ["lib/changes/**"],
      imports: folders("lib", ["changes", "kubernetes", "oci", "inventory", "zpr", "oke"]),
      types: ["@/lib/contract/*", "@/lib/guard-file/*"],
      packages: server,
    },
    {
      name: "lib/kubernetes",
      files: ["lib/kubernetes/**"],
      imports: folders("lib", ["kubernetes", "oci", "zpr", "oke", "json"]),
      packages: [...server, "undici", "yaml"],
    },
    {
      name: "lib/oci",
      files: ["lib/oci/**"],
      imports: folders("lib", ["oci", "zpr", "oke", "json"]),
      packages: [...server, "oci-*", "undici"],
    },
    {
      name: "lib/server",
      files: ["lib/server/**", "proxy.ts", "instrumentation.ts"],
      imports: folders("lib", ["server", "contract", "oci", "json"]),
      packages: [...server, ...next, "pino"],
      testImports: ["@/next.config.js", "@/proxy", ...folders("app", ["api"])],
    },
    {
      name: "lib/routes, lib/format, lib/cn, lib/json",
      files: ["lib/*.ts", "lib/routes/**", "lib/format/**", "lib/cn/**"],
      imports: folders("lib", ["routes", "format", "cn", "json", "zpr", "oke"]),
      packages: ["clsx"],
      testImports: ["@/scripts/**"],
    },
    { name: "lib/export", files: ["lib/export/**"], imports: folders("lib", ["export"]), packages: [] },
    {
      name: "emulator",
      files: ["emulator/**"],
      imports: ["@/emulator/**", ...folders("lib", ["zpr", "json"])],
      packages: ["hono", "hono/**", "@hono/node-server", "@hono/node-server/**", "node:*", "node:*/*", "valibot"],
      types: ["oci-*"],
      testPackages: ["oci-*", "http-signature", "undici"],
    },
    {
      name: "e2e",
      files: ["e2e/**"],
      imports: ["@/e2e/**", "@/scripts/lib/**", ...outside],
      packages: ["@playwright/test", "@axe-core/playwright", "node:*", "node:*/*"],
    },
    {
      name: "bench",
      files: ["bench/**"],
      imports: ["@/bench/**", "@/scripts/lib/**", ...outside, ...folders("lib", ["inventory", "oci", "oke", "zpr"])],
      packages: ["@playwright/test", "node:*", "node:*/*", "valibot"],
    },
    {
      name: "scripts",
      files: ["scripts/**"],
      imports: [
        "@/scripts/**",
        "@/lib/oci/principal",
        "@/lib/routes",
        "@/lib/zpr/policy-language/**",
        "@/lib/zpr/policy-lint/**",
        "@/lib/zpr/guards/**",
        "@/lib/zpr/reach/**",
        "@/lib/guard-file/read-guard-text",
        "@/lib/json",
        "@/lib/format",
      ],
      packages: ["@playwright/test", "node:*", "node:*/*"],
    },
  ];
}

/** What every test may import besides, wherever it stands. */
const testImports = ["@/emulator/**"];
const testPackages = ["vitest", "fast-check", "node:*", "node:*/*"];

/**
 * The table as oxlint's `no-restricted-imports`, one pair of overrides a zone: the folder, then its tests.
 * @param {readonly string[]} features
 */
export function importOverrides(features) {
  return importTable(features)
    .flatMap((zone) => [
      { files: zone.files, rules: { "no-restricted-imports": restriction(zone, [...zone.imports, ...zone.packages]) } },
      {
        files: zone.files.filter((glob) => glob.includes("*")).flatMap(testGlobs),
        rules: {
          "no-restricted-imports": restriction({ ...zone, types: [] }, [
            ...zone.imports,
            ...zone.packages,
            ...(zone.testImports ?? []),
            ...(zone.types ?? []),
            ...(zone.testPackages ?? []),
            ...testImports,
            ...testPackages,
          ]),
        },
      },
    ])
    .filter((override) => override.files.length > 0);
}

/**
 * The patterns with `allowTypeImports` come first: oxlint stops at the first pattern that knows a module.
 * @param {Zone} zone
 * @param {string[]} allowed
 */
function restriction(zone, allowed) {
  const types = zone.types ?? [];
  const message = `Not among what ${zone.name} may import: see docs/architecture.md.`;
  const everythingElse = ["*", "**/*", "!./**", ...[...allowed, ...types].map((pattern) => `!${pattern}`)];
  return [
    "error",
    {
      patterns: [
        ...types.map((pattern) => ({
          regex: `^${pattern.replaceAll("*", ".*")}$`,
          allowTypeImports: true,
          message: `${message} Types only.`,
        })),
        { group: everythingElse, message },
      ],
    },
  ];
}

/**
 * The tests among the files of a glob, and what they share: `lib/*.ts` gives `lib/*.test.ts`.
 * @param {string} glob
 */
function testGlobs(glob) {
  if (glob.endsWith("/**")) return [`${glob}/*.test.{ts,tsx}`, `${glob}/testing/**`, `${glob}/test-*.ts`];
  return [glob.replace(/(?<!\.test)\.(ts|\{ts,tsx\})$/, ".test.$1")];
}

/**
 * A folder, and the file of the same name that a small one starts as.
 * @param {string} parent
 * @param {string[]} names
 */
function folders(parent, names) {
  return names.flatMap((name) => [`@/${parent}/${name}`, `@/${parent}/${name}/**`]);
}
