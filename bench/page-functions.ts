import type { Page } from "@playwright/test";

/**
 * Lets functions of a bench run in a page. The loader of TypeScript wraps functions inside of functions in a helper that
 * keeps their names; in a page there is none, so there it gives back what it gets.
 */
export const allowPageFunctions = (page: Page): Promise<unknown> =>
  page.addInitScript({ content: "globalThis.__name = (named) => named;" });
