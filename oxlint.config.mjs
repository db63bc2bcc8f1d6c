// @ts-check
import { readdirSync } from "node:fs";
import { importOverrides } from "./scripts/lint/import-table.mjs";

const features = readdirSync(new URL("components", import.meta.url), { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && !["ui", "shared"].includes(entry.name))
  .map((entry) => entry.name);

/** Errors or off: nothing at "warn". Node 20 cannot load a TypeScript config, hence `oxlint -c` in package.json. */
export default {
  plugins: ["eslint", "typescript", "unicorn", "oxc", "import", "react", "jsx-a11y", "nextjs", "promise"],
  categories: { correctness: "error" },
  options: { typeAware: true, reportUnusedDisableDirectives: "error" },
  ignorePatterns: ["node_modules", ".next", ".cache", "next-env.d.ts"],
  rules: {
    "eslint/eqeqeq": ["error", "always", { null: "ignore" }],
    "eslint/max-lines": ["error", { max: 300, skipBlankLines: true, skipComments: true }],
    "eslint/no-console": "error",
    "eslint/no-param-reassign": "error",
    "import/no-cycle": "error",
    "import/no-default-export": "error",
    "import/no-relative-parent-imports": "error",
    "jsx-a11y/no-autofocus": "error",
    // Regions that scroll must take the focus; roles are chosen where the element of the same name cannot do the work.
    "jsx-a11y/no-noninteractive-tabindex": ["error", { roles: ["tabpanel", "region"], tags: [] }],
    "jsx-a11y/prefer-tag-over-role": "off",
    "promise/no-multiple-resolved": "error",
    "react/button-has-type": "error",
    "react/exhaustive-deps": "error",
    "react/jsx-no-target-blank": "error",
    "react/no-danger": "error",
    "react/rules-of-hooks": "error",
    "typescript/await-thenable": "error",
    "typescript/consistent-type-definitions": ["error", "type"],
    "typescript/consistent-type-imports": "error",
    "typescript/no-explicit-any": "error",
    "typescript/no-floating-promises": "error",
    "typescript/no-misused-promises": ["error", { checksVoidReturn: { attributes: false } }],
    // Spreading a string into its code points is how text from outside is read here.
    "typescript/no-misused-spread": "off",
    "typescript/no-non-null-assertion": "error",
    "typescript/require-array-sort-compare": ["error", { ignoreStringArrays: true }],
    "typescript/switch-exhaustiveness-check": "error",
    "unicorn/filename-case": ["error", { case: "kebabCase" }],
  },
  overrides: [
    {
      files: [
        "app/**/{page,layout,error,global-error,loading,not-found,template,default}.tsx",
        "app/**/{icon,apple-icon,opengraph-image,manifest,robots,sitemap}.{ts,tsx}",
        "**/*.config.{js,mjs,ts}",
      ],
      rules: { "import/no-default-export": "off" },
    },
    {
      files: ["**/*.test.{ts,tsx}", "**/testing/**", "e2e/**/*.spec.ts", "emulator/seeds/**"],
      rules: { "eslint/max-lines": "off" },
    },
    // The one declaration that has to merge with a library's own.
    { files: ["lib/queries/query-client.ts"], rules: { "typescript/consistent-type-definitions": "off" } },
    // The widget whose `type` is a property with a default.
    { files: ["components/ui/{button,icon-button}.tsx"], rules: { "react/button-has-type": "off" } },
    // An import statement would turn a declaration of somebody else's module into a module.
    { files: ["**/*.d.ts"], rules: { "typescript/consistent-type-imports": "off" } },
    // A test runs the inline script that pages get; set-up functions named `use...` are not hooks.
    {
      files: ["**/*.test.ts", "emulator/**"],
      rules: { "typescript/no-implied-eval": "off", "react/rules-of-hooks": "off" },
    },
    // Playwright's fixtures take their dependencies as an object pattern, which may be empty, and a function named `use`.
    { files: ["e2e/fixtures/**"], rules: { "eslint/no-empty-pattern": "off", "react/rules-of-hooks": "off" } },
    ...importOverrides(features),
  ],
};
