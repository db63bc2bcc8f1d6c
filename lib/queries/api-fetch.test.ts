import * as v from "valibot";
import { afterEach, describe, expect, it, vi } from "vitest";
import { apiFetch, apiPost } from "@/lib/queries/api-fetch";

const schema = v.object({ name: v.string() });
const session = (pageToken: string) => ({
  pageToken,
  profile: "DEFAULT",
  tenancyId: "t",
  region: "r",
  isEmulatedTenancy: true,
});

type Answer = { readonly status?: number; readonly body: unknown };

/** Answers in order; gives the calls made. */
function serve(...answers: readonly Answer[]) {
  const left = [...answers];
  const fetched = vi.fn((_url: string, _init: RequestInit) => {
    const { status = 200, body } = left.shift() ?? { status: 599, body: null };
    return Promise.resolve(Response.json(body, { status }));
  });
  vi.stubGlobal("fetch", fetched);
  return fetched;
}

afterEach(() => vi.unstubAllGlobals());

describe("apiFetch", () => {
  it("gives what the schema knows", async () => {
    serve({ body: { name: "a", more: 1 } });
    await expect(apiFetch(schema, "/api/x")).resolves.toEqual({ name: "a" });
  });

  it("throws the code, the words and the request id of an error answer", async () => {
    serve({ status: 404, body: { code: "NotAuthorizedOrNotFound", message: "Not found", opcRequestId: "r1" } });
    await expect(apiFetch(schema, "/api/x")).rejects.toMatchObject({
      status: 404,
      code: "NotAuthorizedOrNotFound",
      opcRequestId: "r1",
    });
  });

  it("refuses an answer of another form instead of passing it on", async () => {
    serve({ body: { name: 1 } });
    await expect(apiFetch(schema, "/api/x")).rejects.toMatchObject({ code: "UnexpectedResponse" });
  });

  it("says that the console does not answer when the connection fails", async () => {
    vi.stubGlobal("fetch", () => Promise.reject(new TypeError("Failed to fetch")));
    await expect(apiFetch(schema, "/api/x")).rejects.toMatchObject({ status: 0, code: "ConsoleUnreachable" });
  });
});

describe("apiPost", () => {
  it("fetches the token once and sends it with every write", async () => {
    const fetched = serve({ body: session("one") }, { body: { name: "a" } }, { body: { name: "b" } });
    await apiPost(schema, "/api/changes", {});
    await apiPost(schema, "/api/changes", {});
    expect(fetched.mock.calls.map(([url]) => url)).toEqual(["/api/session", "/api/changes", "/api/changes"]);
    expect(fetched.mock.calls[2]?.[1].headers).toMatchObject({ "X-ZPR-Page-Token": "one" });
  });

  it("takes a new token once after the console was started anew", async () => {
    const refused = { status: 403, body: { code: "PageTokenRequired", message: "Reload" } };
    const fetched = serve(refused, { body: session("two") }, { body: { name: "a" } });
    await expect(apiPost(schema, "/api/changes", {})).resolves.toEqual({ name: "a" });
    expect(fetched.mock.calls[2]?.[1].headers).toMatchObject({ "X-ZPR-Page-Token": "two" });
  });

  it("does not send a write again after any other answer", async () => {
    const fetched = serve({ status: 503, body: { code: "ServiceUnavailable", message: "Busy" } });
    await expect(apiPost(schema, "/api/changes", {})).rejects.toMatchObject({ code: "ServiceUnavailable" });
    expect(fetched).toHaveBeenCalledTimes(1);
  });
});
