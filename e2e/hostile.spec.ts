import type { BrowserContext, Page } from "@playwright/test";
import { expectNoSidewaysScroll, phone } from "@/e2e/fixtures/layout";
import { expectSettled, expectTenancyRead } from "@/e2e/fixtures/reading";
import { expect, readingTest, test } from "@/e2e/fixtures/test";
import { everyHostileString, hostileStrings } from "@/emulator/seeds/hostile-strings";
import { routes } from "@/lib/routes";

// The narrow screen: nothing may execute at any width, and here nothing may overflow either.
test.use({ seed: "hostile", viewport: phone });

/** What a page may not have gained, whatever stands in it. */
type Traces = {
  readonly handlers: readonly string[];
  readonly elements: readonly string[];
  readonly addresses: readonly string[];
  readonly scripts: readonly string[];
  readonly globals: readonly string[];
  readonly prototype: readonly string[];
};

const noTraces: Traces = { handlers: [], elements: [], addresses: [], scripts: [], globals: [], prototype: [] };

/** Looks for anything that text from outside could have become. */
function tracesIn(page: Page, knownGlobals: readonly string[]): Promise<Traces> {
  return page.evaluate((known) => {
    const elements = [...document.querySelectorAll("*")];
    const nonce = document.querySelector<HTMLElement>("script")?.nonce ?? "";
    // Beside the console's own addresses there are links to Oracle's documentation, written by us.
    const isOurs = ({ origin }: URL) => origin === location.origin || origin === "https://docs.oracle.com";
    return {
      handlers: elements.flatMap((element) => element.getAttributeNames().filter((name) => name.startsWith("on"))),
      // `data-dgst` is React's mark of a part that is drawn in the browser only.
      elements: [
        ...document.querySelectorAll("img, iframe, object, embed, base, video, audio, template:not([data-dgst]:empty)"),
      ].map(({ outerHTML }) => outerHTML.slice(0, 120)),
      addresses: [...document.querySelectorAll("a[href], form[action], link[href], script[src]")]
        .map((element) => element.getAttribute("href") ?? element.getAttribute("action") ?? element.getAttribute("src"))
        .filter((address) => !isOurs(new URL(address ?? "", location.href)))
        .map(String),
      scripts: [...document.scripts]
        // What our scripts load themselves has no nonce, and needs none: the policy is `strict-dynamic`.
        .filter(({ src, nonce: own }) =>
          src === "" ? own !== nonce : !new URL(src).pathname.startsWith("/_next/static/"),
        )
        .map(({ outerHTML }) => outerHTML.slice(0, 120)),
      globals: Object.getOwnPropertyNames(globalThis).filter((name) => !known.includes(name) && !/^\d+$/.test(name)),
      prototype: Object.keys(Object.prototype).concat(Object.keys(Array.prototype), Object.keys(Function.prototype)),
    };
  }, knownGlobals);
}

/** Every text that stands in a `bdi`, as far as it is drawn: that is where text from outside stands. */
const literalTexts = (page: Page): Promise<readonly string[]> =>
  page
    .locator("bdi")
    .evaluateAll((elements) =>
      elements.filter((element) => element.checkVisibility()).map((element) => element.textContent ?? ""),
    );

/** How a text is to be seen: characters that cannot be seen stand there as their code points. */
const asShown = (text: string): string =>
  [...text]
    .map((character) =>
      /[\p{C}\p{Zl}\p{Zp}]|(?! )\p{Zs}/u.test(character)
        ? `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`
        : character,
    )
    .join("");

/** The addresses that the links of a page and, where it is a list, of its further pages lead to. */
async function linksFrom(page: Page): Promise<readonly string[]> {
  const here = () =>
    page
      .getByRole("main")
      .locator("a[href]")
      .evaluateAll((links) => links.map((link) => link.getAttribute("href") ?? ""));
  const found = await here();
  const next = page.getByRole("button", { name: "Next", exact: true });
  while ((await next.count()) > 0 && (await next.getAttribute("aria-disabled")) === null) {
    const before = page.url();
    await next.click();
    await expect(page).not.toHaveURL(before);
    await expectSettled(page);
    found.push(...(await here()));
  }
  return found.filter((address) => address.startsWith("/")).map((address) => address.replace(/#.*$/, ""));
}

/** Addresses of one list differ in what they filter by: two of each kind of filter stand for all. */
const filtersTried = 2;
/** Pages of one kind differ in their names only: of each kind every so many are visited, and of another kind others. */
const stride = 16;
const isOfMany = (shape: string): boolean => /^\/(clusters|node-pools|resources|policies)\/OCID/.test(shape);

const shapeOf = (address: string): string => {
  const { pathname, searchParams } = new URL(address, "http://console");
  const place = pathname.replace(/ocid1[^/]*/, "OCID");
  return searchParams.size === 0 ? place : `${place}?${[...searchParams.keys()].toSorted().join("&")}`;
};

async function watchDialogs(context: BrowserContext): Promise<readonly string[]> {
  const dialogs: string[] = [];
  context.on("dialog", (dialog) => {
    dialogs.push(dialog.message());
    void dialog.dismiss();
  });
  return dialogs;
}

type Crawled = { readonly addresses: readonly string[]; readonly shown: ReadonlySet<string> };

/** Visits pages and what they link to, as far as it `isWanted`, each once; gives the addresses and all that was shown. */
async function crawl(page: Page, starts: readonly string[], isWanted: (address: string) => boolean): Promise<Crawled> {
  await page.goto(routes.overview());
  await expectTenancyRead(page);
  const knownGlobals = await page.evaluate(() => Object.getOwnPropertyNames(globalThis));
  const seen = new Set(starts);
  const known = new Set(starts);
  const tried = new Map<string, number>();
  const shown = new Set<string>();
  const take = (address: string) => {
    if (!isWanted(address) || known.has(address)) return;
    known.add(address);
    const shape = shapeOf(address);
    const count = tried.get(shape) ?? 0;
    tried.set(shape, count + 1);
    const offset = [...tried.keys()].indexOf(shape) % stride;
    const isNext = !isOfMany(shape) || count === 0 || count % stride === offset;
    const isTried = shape.includes("?") ? count < filtersTried : isNext;
    if (isTried) seen.add(address);
  };
  for (const address of seen) {
    const answer = await page.goto(address);
    expect.soft(answer?.status(), address).toBe(200);
    await expectSettled(page);
    expect.soft(await tracesIn(page, knownGlobals), address).toEqual(noTraces);
    await expectNoSidewaysScroll(page);
    for (const text of await literalTexts(page)) shown.add(text);
    for (const link of await linksFrom(page)) take(link);
  }
  return { addresses: [...seen], shown };
}

const places = [routes.overview(), routes.clusters(), routes.resources(), routes.securityAttributes()];

/** Four walks, side by side: together they visit every page that a link leads to. */
const walks = [
  {
    name: "the places, the clusters and the node pools",
    starts: places,
    isWanted: /^\/($|\?|clusters|node-pools)/,
    least: Math.floor((5 * everyHostileString.length) / stride),
  },
  { name: "the resources", starts: [routes.resources()], isWanted: /^\/resources/, least: Math.floor(151 / stride) },
  { name: "the security attributes", starts: places.slice(2), isWanted: /^\/security-attributes/, least: 20 },
  {
    name: "the ZPR policies",
    starts: [routes.zprPolicies()],
    isWanted: /^\/policies/,
    least: Math.floor(everyHostileString.length / stride),
  },
];

for (const { name, starts, isWanted, least } of walks) {
  readingTest(`nothing of what ${name} show is more than text`, async ({ page, context }) => {
    test.setTimeout(600_000);
    const dialogs = await watchDialogs(context);
    const { addresses } = await crawl(page, starts, (address) => isWanted.test(address));
    expect(addresses.length).toBeGreaterThanOrEqual(least);
    expect(dialogs).toEqual([]);
  });
}

readingTest(
  "every hostile name and value is shown, letter for letter, with a code point for what cannot be seen",
  async ({ page }) => {
    await page.goto(routes.clusters());
    await expectTenancyRead(page);
    const names = await literalTexts(page);
    expect(everyHostileString.map(asShown).filter((text) => !names.includes(text))).toEqual([]);
    const chips = await page
      .locator("[data-verdict] bdi")
      .evaluateAll((elements) => elements.map((element) => element.textContent ?? ""));
    expect(everyHostileString.map(asShown).filter((text) => !chips.includes(text))).toEqual([]);
  },
);

readingTest("what a person searches for is text too", async ({ page, context }) => {
  const dialogs = await watchDialogs(context);
  await page.goto(routes.clusters());
  await expectTenancyRead(page);
  const { script, image, endOfTitle, endOfScript, prototype, template } = hostileStrings;
  for (const q of [script, image, endOfTitle, endOfScript, prototype, template]) {
    for (const address of [routes.clusters({ q }), routes.resources({ q }), routes.securityAttributes({ q })]) {
      await page.goto(address);
      await expectSettled(page);
      await expect(
        page
          .getByRole("main")
          .getByRole("combobox", { name: /^Filter / })
          .first(),
      ).toHaveValue(q);
      await expectNoSidewaysScroll(page);
    }
  }
  expect(await page.evaluate(() => Reflect.has(globalThis, "pwned"))).toBe(false);
  expect(dialogs).toEqual([]);
});
