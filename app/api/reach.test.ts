import * as v from "valibot";
import { beforeAll, expect, it } from "vitest";
import { get, post, useConsole } from "@/app/api/testing/console";
import { effectAnswerSchema } from "@/lib/contract/effect";
import { listResourcesResponseSchema } from "@/lib/contract/resources";
import { traceSchema } from "@/lib/contract/trace";

const { signInTo } = useConsole();
beforeAll(() => signInTo("acme"), 70_000);

const trace = await import("@/app/api/trace/route");
const effect = await import("@/app/api/changes/effect/route");
const resources = await import("@/app/api/resources/route");

async function resourceNamed(kind: string, name: string) {
  const { body } = await get(resources.GET, `/api/resources?kind=${kind}&limit=100`);
  const { items } = v.parse(listResourcesResponseSchema, body);
  const found = items.find(({ displayName }) => displayName === name);
  if (found === undefined) throw new Error(`There is no ${kind} ${name}.`);
  return found;
}

const traced = (params: Record<string, string>) =>
  get(trace.GET, `/api/trace?${new URLSearchParams(params).toString()}`);

it("traces a flow to a protected resource", async () => {
  const { id } = await resourceNamed("mount-target", "settlement-reports");
  const response = await traced({ source: "203.0.113.9", destination: id, protocol: "tcp/2049" });
  expect(response.status).toBe(200);
  const answer = v.parse(traceSchema, response.body);
  expect([answer.verdict, answer.destination.resource?.displayName]).toEqual(["blocked", "settlement-reports"]);
  expect(answer.policies.state).toBe("read");
});

it.each([
  ["protocol", { source: "10.0.0.1", destination: "10.0.0.2", protocol: "nonsense" }],
  ["source", { source: " ", destination: "10.0.0.2" }],
  ["destination", { source: "10.0.0.1" }],
])("a trace names what is wrong with its %s", async (parameter, params) => {
  expect(await traced(params)).toMatchObject({ status: 400, body: { code: "InvalidParameter", field: parameter } });
});

it("tells the effect of an edit and sends nothing", async () => {
  const { id } = await resourceNamed("mount-target", "settlement-reports");
  const response = await post(effect.POST, "/api/changes/effect", {
    body: { type: "attributes", resourceId: id, after: [] },
  });
  expect(response.status).toBe(200);
  const answer = v.parse(effectAnswerSchema, await response.json());
  expect(answer).toMatchObject({ state: "known", edge: "last", forecasts: [{ stage: "now" }] });
});

it("the effect on what is not there is unknown, with the cause", async () => {
  const details = { type: "policy", policyId: "ocid1.zprpolicy.oc1..none", name: "none", statements: null };
  const response = await post(effect.POST, "/api/changes/effect", { body: details });
  expect(await response.json()).toMatchObject({ state: "unknown", isReading: false });
});

it("an effect of no known kind of edit is refused with the field", async () => {
  const response = await post(effect.POST, "/api/changes/effect", { body: { type: "wish" } });
  expect(response.status).toBe(400);
  expect(await response.json()).toMatchObject({ code: "InvalidParameter", field: "type" });
});
