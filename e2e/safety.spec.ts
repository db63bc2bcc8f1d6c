import { request as httpRequest } from "node:http";
import type { APIRequestContext, APIResponse, Page } from "@playwright/test";
import { startOtherSite } from "@/e2e/fixtures/other-site";
import { expectTenancyRead } from "@/e2e/fixtures/reading";
import { expect, test } from "@/e2e/fixtures/test";
import { routes } from "@/lib/routes";

const everywhere = {
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
  "referrer-policy": "no-referrer",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "cross-origin-embedder-policy": "require-corp",
  "permissions-policy":
    "accelerometer=(), camera=(), clipboard-read=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), publickey-credentials-get=(), screen-wake-lock=(), serial=(), usb=(), xr-spatial-tracking=()",
};

const policyOfPages = (nonce: string): string =>
  `default-src 'none'; script-src 'nonce-${nonce}' 'strict-dynamic'; style-src 'self' 'nonce-${nonce}'; img-src 'self' data:; font-src 'self'; connect-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; object-src 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types default`;

const policyOfData = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'; sandbox";

const pages = [
  routes.overview(),
  routes.clusters(),
  routes.cluster("ocid1.cluster.oc1.iad.aaaaaaaaxx"),
  routes.nodePool("ocid1.nodepool.oc1.iad.aaaaaaaaxx"),
  routes.resources(),
  routes.resource("ocid1.loadbalancer.oc1.iad.aaaaaaaaxx"),
  routes.securityAttributes(),
  routes.securityAttribute("no-such-namespace", "no-such-key"),
  "/no-such-page",
];
const data = ["/api/inventory", "/api/clusters", "/api/no-such-thing", "/api/clusters?limit=none", "/livez", "/readyz"];

const nonceOf = (answer: APIResponse): string =>
  /'nonce-([A-Za-z0-9+/=]{24})'/.exec(answer.headers()["content-security-policy"] ?? "")?.[1] ?? "no nonce";

/** The first file of the build that a page names. */
const firstBuildFile = (html: string): string =>
  /\/_next\/static\/[^"\\]+\.js/.exec(html)?.[0] ?? "no file of the build";

test("every answer carries the security headers, each page a nonce of its own", async ({ request }) => {
  const nonces = new Set<string>();
  for (const address of pages) {
    const answer = await request.get(address);
    const nonce = nonceOf(answer);
    nonces.add(nonce);
    expect.soft(answer.headers(), address).toMatchObject({
      ...everywhere,
      "content-security-policy": policyOfPages(nonce),
      "cache-control": expect.stringContaining("no-store"),
    });
    for (const name of ["x-powered-by", "server", "set-cookie", "access-control-allow-origin"]) {
      expect.soft(answer.headers(), address).not.toHaveProperty(name);
    }
  }
  expect(nonces.size).toBe(pages.length);

  for (const address of data) {
    expect.soft((await request.get(address)).headers(), address).toMatchObject({
      ...everywhere,
      "content-security-policy": policyOfData,
      "cache-control": expect.stringContaining("no-store"),
    });
  }

  const script = firstBuildFile(await (await request.get(routes.overview())).text());
  expect((await request.get(script)).headers(), script).toMatchObject({
    ...everywhere,
    "content-security-policy": policyOfData,
  });
});

test("served pages hold no style attribute, no handler, and no script or style without the nonce", async ({
  context,
  request,
}) => {
  const blank = await context.newPage();
  for (const address of pages) {
    const answer = await request.get(address);
    const found = await blank.evaluate(
      ({ html, nonce }) => {
        const document = new DOMParser().parseFromString(html, "text/html");
        const elements = [...document.querySelectorAll("*")];
        return {
          scripts: document.scripts.length,
          styled: elements.filter((element) => element.hasAttribute("style")).map(({ outerHTML }) => outerHTML),
          handled: elements.flatMap((element) => element.getAttributeNames().filter((name) => name.startsWith("on"))),
          bare: [...document.querySelectorAll("script, style")]
            .filter((element) => element.getAttribute("nonce") !== nonce)
            .map(({ outerHTML }) => outerHTML.slice(0, 120)),
        };
      },
      { html: await answer.text(), nonce: nonceOf(answer) },
    );
    expect.soft(found, address).toMatchObject({ styled: [], handled: [], bare: [] });
    expect.soft(found.scripts, address).toBeGreaterThan(2);
  }
});

test("parts of a page load lazily and places change softly while Trusted Types are enforced", async ({
  page,
  problems,
}) => {
  await page.goto(routes.overview());
  await expectTenancyRead(page);
  const scriptCount = () => page.evaluate(() => document.querySelectorAll("script[src]").length);
  const before = await scriptCount();
  await page.evaluate(() => Reflect.set(globalThis, "sameDocument", true));
  await page
    .getByRole("navigation", { name: "Places" })
    .getByRole("link", { name: /^Clusters/ })
    .click();
  await expect(page.getByRole("table", { name: "Clusters" })).toBeVisible();
  expect(await page.evaluate(() => Reflect.get(globalThis, "sameDocument") as unknown)).toBe(true);
  expect(await scriptCount(), "the page's own script came with the navigation").toBeGreaterThan(before);

  problems.allow(/trusted-types|TrustedHTML|TrustedScript|TrustedTypePolicy/);
  const refused = await page.evaluate(() => {
    const outcomes: Record<string, string> = {};
    const attempt = (name: string, run: () => void) => {
      try {
        run();
        outcomes[name] = "done";
      } catch (error) {
        outcomes[name] = error instanceof TypeError || error instanceof EvalError ? "refused" : String(error);
      }
    };
    const element = document.createElement("div");
    const script = document.createElement("script");
    const trustedTypes = Reflect.get(globalThis, "trustedTypes") as {
      createPolicy: (name: string, rules: object) => void;
    };
    const setAddress = (address: string) => () => {
      script.src = address;
    };
    attempt("markup", () => (element.innerHTML = "<b>bold</b>"));
    attempt("script text", () => (script.text = "globalThis.pwned = 1"));
    attempt("handler", () => element.setAttribute("onclick", "globalThis.pwned = 1"));
    attempt("another origin", setAddress("https://192.0.2.1/_next/static/x.js"));
    attempt("out of the build", setAddress("/_next/static/../../api/inventory"));
    attempt("data", setAddress("data:text/javascript,globalThis.pwned=1"));
    attempt("second policy", () => trustedTypes.createPolicy("default", {}));
    attempt("own build", setAddress("/_next/static/chunks/x.js"));
    return outcomes;
  });
  expect(refused).toEqual({
    markup: "refused",
    "script text": "refused",
    handler: "refused",
    "another origin": "refused",
    "out of the build": "refused",
    data: "refused",
    "second policy": "refused",
    "own build": "done",
  });
});

test("another name for this machine is refused, by hand and in a browser", async ({
  request,
  server,
  playwright,
  launchOptions,
}) => {
  const { port } = new URL(server.url);
  const names = [
    `evil.example:${port}`,
    "evil.example",
    "127.0.0.1",
    `127.0.0.1:${Number(port) + 1}`,
    `0.0.0.0:${port}`,
  ];
  for (const host of names) {
    for (const address of [routes.overview(), routes.clusters(), "/api/inventory", "/livez", "/readyz"]) {
      const answer = await request.get(address, { headers: { host } });
      expect.soft(answer.status(), `${host} ${address}`).toBe(421);
      expect.soft(answer.headers(), address).toMatchObject({ "content-security-policy": policyOfData });
    }
  }
  for (const host of [`localhost:${port}`, `[::1]:${port}`, `LOCALHOST:${port}`]) {
    expect.soft((await request.get("/livez", { headers: { host } })).status(), host).toBe(200);
  }

  const rebinding = await playwright.chromium.launch({
    ...launchOptions,
    args: [...(launchOptions.args ?? []), "--host-resolver-rules=MAP evil.example 127.0.0.1"],
  });
  try {
    const page = await rebinding.newPage();
    const answer = await page.goto(`http://evil.example:${port}/`);
    expect(answer?.status()).toBe(421);
    const read = page.evaluate(async () => (await fetch("/api/session")).status);
    await expect(read, "the refusal is a page that may do nothing").rejects.toThrow("Failed to fetch");
  } finally {
    await rebinding.close();
  }
});

/** The headers with which a page of the console writes. */
async function headersOfAPage(request: APIRequestContext, url: string): Promise<Record<string, string>> {
  const session = await request.get("/api/session", { headers: { "sec-fetch-site": "same-origin" } });
  const { pageToken } = (await session.json()) as { pageToken: string };
  return {
    origin: url,
    "sec-fetch-site": "same-origin",
    "content-type": "application/json",
    "x-zpr-page-token": pageToken,
  };
}

const without = (headers: Record<string, string>, name: string): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).filter(([header]) => header !== name));

test("a write is refused unless everything about it says that it comes from a page of the console", async ({
  request,
  server,
  tenancy,
}) => {
  const right = await headersOfAPage(request, server.url);
  const otherPort = `http://127.0.0.1:${Number(new URL(server.url).port) + 1}`;
  const wrong: readonly (readonly [what: string, headers: Record<string, string>, status: number])[] = [
    ["no Origin", without(right, "origin"), 403],
    ["Origin null", { ...right, origin: "null" }, 403],
    ["another port", { ...right, origin: otherPort }, 403],
    ["another site", { ...right, origin: "https://evil.example" }, 403],
    ["a longer Origin", { ...right, origin: `${server.url}.evil.example` }, 403],
    ["no Sec-Fetch-Site", without(right, "sec-fetch-site"), 403],
    ["same-site", { ...right, "sec-fetch-site": "same-site" }, 403],
    ["cross-site", { ...right, "sec-fetch-site": "cross-site" }, 403],
    ["none", { ...right, "sec-fetch-site": "none" }, 403],
    ["no token", without(right, "x-zpr-page-token"), 403],
    ["another token", { ...right, "x-zpr-page-token": "A".repeat(43) }, 403],
    ["text", { ...right, "content-type": "text/plain" }, 415],
    ["a form", { ...right, "content-type": "application/x-www-form-urlencoded" }, 415],
  ];
  for (const address of ["/api/inventory", "/api/changes", "/api/changes/preview"]) {
    for (const [what, headers, status] of wrong) {
      const answer = await request.post(address, { headers, data: "{}" });
      expect.soft(answer.status(), `${address}: ${what}`).toBe(status);
      expect.soft(await answer.json()).toMatchObject({ code: expect.any(String), message: expect.any(String) });
    }
  }
  expect(await tenancy.requests(), "nothing was asked of OCI").toEqual([]);
  expect((await request.post("/api/inventory", { headers: right, data: "{}" })).status()).toBe(202);
  await expect.poll(async () => (await tenancy.requests()).length).toBeGreaterThan(0);
});

test("an unknown address of the API answers JSON, and only to the console's own names", async ({ request }) => {
  for (const address of ["/api/no-such-thing", "/api/clusters/a/b", "/api/changes/a/b/c"]) {
    const answer = await request.get(address);
    expect.soft(answer.status(), address).toBe(404);
    expect.soft(answer.headers()["content-type"], address).toContain("application/json");
    expect.soft(await answer.json(), address).toMatchObject({ code: expect.any(String), message: expect.any(String) });
  }
  expect((await request.post("/api/no-such-thing", { data: {} })).status()).toBe(404);
  expect((await request.get("/api/no-such-thing", { headers: { host: "evil.example" } })).status()).toBe(421);
});

test("a body over 256 KB is refused, whether it says its length or not", async ({ request, server }) => {
  const headers = await headersOfAPage(request, server.url);
  const bodyOf = (bytes: number) => `{"a":"${"x".repeat(bytes - 8)}"}`;
  const send = (bytes: number) => request.post("/api/changes", { headers, data: bodyOf(bytes) });
  expect((await send(256 * 1024)).status(), "at the limit it is the content that is wrong").toBe(400);
  const refused = await send(256 * 1024 + 1);
  expect(refused.status()).toBe(413);
  expect(await refused.json()).toMatchObject({ code: "PayloadTooLarge", message: expect.stringContaining("256 KB") });

  expect(await statusOfChunked(`${server.url}/api/changes`, headers, bodyOf(1024 * 1024))).toBe(413);
});

/** The status of the answer to a POST that does not say how long its body is. */
function statusOfChunked(url: string, headers: Record<string, string>, body: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const request = httpRequest(url, { method: "POST", headers }, (response) => {
      response.resume();
      resolve(response.statusCode);
    });
    request.once("error", reject);
    request.write(body.slice(0, 1000));
    request.end(body.slice(1000));
  });
}

/** What a page can ask of the console with `fetch`, run in that page: how each attempt ended. */
async function attempts(page: Page, console: string, pageToken: string): Promise<readonly string[]> {
  return page.evaluate(
    async ({ console: target, pageToken: token }) => {
      const headers = { "content-type": "application/json", "x-zpr-page-token": token };
      const write = { method: "POST", body: "{}", credentials: "include" } as const;
      const all: Readonly<Record<string, RequestInit & { readonly path: string }>> = {
        "write as JSON": { ...write, path: "/api/inventory", headers },
        "write as text": { ...write, path: "/api/inventory", mode: "no-cors" },
        read: { path: "/api/session" },
        "read blindly": { path: "/api/inventory", mode: "no-cors" },
      };
      const outcomes: string[] = [];
      for (const [name, init] of Object.entries(all)) {
        const answer = await fetch(target + init.path, init).catch(() => null);
        outcomes.push(answer ? `${name}: ${answer.type} ${(await answer.text()).length}` : `${name}: failed`);
      }
      return outcomes;
    },
    { console, pageToken },
  );
}

/** Which files of the console a page can load as its own. */
async function loads(page: Page, console: string): Promise<readonly string[]> {
  return page.evaluate(async (target) => {
    const elements = [
      Object.assign(document.createElement("script"), { src: `${target}/api/session` }),
      Object.assign(document.createElement("img"), { src: `${target}/icon.svg` }),
    ];
    const outcomes = elements.map(
      (element) =>
        new Promise<string>((resolve) => {
          element.addEventListener("load", () => resolve(`${element.tagName}: loaded`));
          element.addEventListener("error", () => resolve(`${element.tagName}: failed`));
          document.body.append(element);
        }),
    );
    return Promise.all(outcomes);
  }, console);
}

test("a page on another port, and one of another site, can neither write nor read, even with the token", async ({
  page,
  request,
  server,
  tenancy,
  problems,
}) => {
  problems.allow(/CORS policy|ERR_FAILED|ERR_BLOCKED_BY|Cross-Origin|status of 40[35]|MIME type/);
  const { "x-zpr-page-token": pageToken = "" } = await headersOfAPage(request, server.url);
  const site = await startOtherSite("<!doctype html><title>Another site</title><body></body>");
  try {
    for (const url of [site.sameSiteUrl, site.crossSiteUrl]) {
      await page.goto(url);
      expect(await attempts(page, server.url, pageToken)).toEqual([
        "write as JSON: failed",
        "write as text: failed",
        "read: failed",
        "read blindly: failed",
      ]);
      expect(await loads(page, server.url)).toEqual(["SCRIPT: failed", "IMG: failed"]);
    }
    expect(await tenancy.requests(), "nothing was asked of OCI").toEqual([]);

    await page.goto(routes.overview());
    expect(await attempts(page, server.url, pageToken), "a page of the console itself can").toEqual(
      expect.arrayContaining([expect.stringMatching(/^write as JSON: basic [1-9]/)]),
    );
  } finally {
    await site.stop();
  }
});

test("a form of another site that is sent by a click is refused", async ({ page, server, tenancy, problems }) => {
  // The answer that the browser goes to is sandboxed: not even the watch over the page may run there.
  problems.allow(/status of 403|frame is sandboxed/);
  const form = `<form method="post" enctype="text/plain" action="${server.url}/api/inventory">
    <input type="hidden" name='{"a":"' value='"}'><button>Win a prize</button></form>`;
  const site = await startOtherSite(`<!doctype html><title>Another site</title><body>${form}</body>`);
  try {
    for (const url of [site.sameSiteUrl, site.crossSiteUrl]) {
      await page.goto(url);
      const answer = page.waitForResponse((response) => response.url().startsWith(server.url));
      await page.getByRole("button", { name: "Win a prize" }).click();
      expect((await answer).status()).toBe(403);
    }
    expect(await tenancy.requests()).toEqual([]);
  } finally {
    await site.stop();
  }
});

test("no other page can put the console in a frame", async ({ page, server, problems }) => {
  problems.allow(/frame|ERR_BLOCKED_BY_RESPONSE|status of 40[34]/i);
  const frames = [routes.clusters(), "/api/inventory", "/no-such-page"]
    .map((address) => `<iframe src="${server.url}${address}"></iframe>`)
    .join("");
  const site = await startOtherSite(`<!doctype html><title>Another site</title><body>${frames}</body>`);
  try {
    await page.goto(site.sameSiteUrl);
    const framed = page.frames().filter((frame) => frame !== page.mainFrame());
    expect(framed).toHaveLength(3);
    for (const frame of framed) expect(frame.url()).toMatch(/^chrome-error:/);
  } finally {
    await site.stop();
  }
});

test("the process says that it lives at once, and that it is ready once it has something to show", async ({
  request,
  tenancy,
}) => {
  await tenancy.addFault({ operation: "getTenancy", count: 1, effect: { kind: "latency", ms: 500 } });
  const live = await request.get("/livez");
  expect(live.status()).toBe(200);
  expect(await live.json()).toEqual({ status: "ok" });
  expect(await tenancy.requests(), "living asks nothing of OCI").toEqual([]);
  const starting = await request.get("/readyz");
  expect(starting.status()).toBe(503);
  expect(await starting.json()).toEqual({ status: "starting" });
  await expect.poll(async () => (await request.get("/readyz")).status()).toBe(200);
  expect(await (await request.get("/readyz")).json()).toEqual({ status: "ready" });
});
