import { expect, test } from "vitest";
import { endpoint, vcn, worldOf } from "@/lib/zpr/reach/test-builders";
import { parseWorldFile, worldFileVersion } from "@/lib/zpr/reach/world-file";

const world = worldOf(
  {
    vcns: [vcn("vcn", "net.vcn:a", { cidrBlocks: null }), vcn("bare", null, { attributes: null })],
    endpoints: [
      endpoint("web", ["app.tier:web"], { addresses: { kind: "known", addresses: ["10.0.0.5"] } }),
      endpoint("lost", [], { vcnId: null, attributes: null, addresses: { kind: "within", blocks: ["10.0.0.0/24"] } }),
    ],
  },
  ["in net.vcn:a VCN allow all-endpoints to connect to app.tier:web endpoints"],
);
const file = { version: worldFileVersion, readAt: "2026-11-24T06:00:00.000Z", world, peerings: [["vcn", "bare"]] };

test("a world comes back from its file as it was", () => {
  expect(parseWorldFile(JSON.parse(JSON.stringify(file)))).toEqual({ ok: true, file });
});

test("a file from before peerings were read tells of none that they were not", () => {
  const { peerings: _peerings, ...older } = file;
  expect(parseWorldFile(older)).toEqual({ ok: true, file: { ...file, peerings: null } });
});

test.each([
  ["another version", { ...file, version: 2 }, "version"],
  ["a world without policies", { ...file, world: { ...world, policies: undefined } }, "world.policies"],
  ["a resource without its set", { ...file, world: { ...world, endpoints: [{ id: "x" }] } }, "world.endpoints.0"],
  ["no object", "words", "The file"],
])("%s is refused by the name of the member", (_, value, member) => {
  const parsed = parseWorldFile(value);
  expect(!parsed.ok && parsed.message).toContain(member);
});
