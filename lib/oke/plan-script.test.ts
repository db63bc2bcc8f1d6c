import { describe, expect, test } from "vitest";
import { planAsShell, type PlanScriptStep } from "@/lib/oke/plan-script";
import { scriptStepFor } from "@/lib/oke/script-step";
import { nodePoolFrom } from "@/lib/oke/test-builders";
import { securityAttributesFromWire } from "@/lib/zpr/security-attributes";

const web = securityAttributesFromWire({ app: { tier: { value: "web", mode: "enforce" } } });
const old = securityAttributesFromWire({ "legacy-net": { "x`y": { value: "1", mode: "audit" } } });
const region = "us-ashburn-1";

const step = (displayName: string, changed: Partial<PlanScriptStep> = {}): PlanScriptStep => ({
  resourceId: "ocid1.loadbalancer.oc1.iad.a",
  kind: "load-balancer",
  displayName,
  region,
  clusterName: "prod",
  etag: "etag-1",
  isManifest: false,
  script: scriptStepFor({
    target: { kind: "load-balancer", ocid: "ocid1.loadbalancer.oc1.iad.a" },
    region,
    before: old,
    after: web,
    kubectl: null,
  }),
  ...changed,
});

describe("a plan as a shell script", () => {
  test("reads the etag, holds it against the review, writes with it, and waits for a read that shows the set", () => {
    const [, block] = planAsShell([step("one")]).split("# 1 of 1: ");
    const get = "oci lb load-balancer get --load-balancer-id ocid1.loadbalancer.oc1.iad.a --region us-ashburn-1";
    const set = 'data."security-attributes"';
    const query = `(${set}."app"."tier"."value" == \`"web"\` && ${set}."legacy-net"."x\`y" == \`null\`)`;
    expect(block?.split("\n").slice(1)).toEqual([
      `etag=$(${get} --query etag --raw-output)`,
      `[ "$etag" = 'etag-1' ] || stop 'Changed after the review: "one". It was left as it is.'`,
      "oci lb load-balancer update --load-balancer-id ocid1.loadbalancer.oc1.iad.a --region us-ashburn-1 \\",
      `  --security-attributes '{"app":{"tier":{"value":"web","mode":"enforce"}}}' \\`,
      '  --if-match "$etag"',
      `shown '"one"' ${get} --raw-output --query '${query} && '\\''yes'\\'' || '\\''no'\\'''`,
      "",
    ]);
  });

  test("goes by the set, not by the etag, where another surface of the object was written before", () => {
    const nodePool = nodePoolFrom("pool", null);
    const script = scriptStepFor({
      target: { kind: "node-pool-primary-vnic", nodePool },
      region,
      before: old,
      after: web,
      kubectl: null,
    });
    const blocks = planAsShell([step("a", { script }), step("b", { script })]).split(/# \d of 2: /);
    expect(blocks[1]).toContain(`[ "$etag" = 'etag-1' ]`);
    expect(blocks[2]).not.toContain(`[ "$etag" = 'etag-1' ]`);
    expect(blocks[2]).toContain(`"legacy-net"."x\`y"."value" == \`"1"\``);
  });

  test("asks for the cluster before kubectl writes to a manifest, and holds no etag against it", () => {
    const script = { ...step("one").script, write: "kubectl annotate service 'front'" };
    const text = planAsShell([step("one", { isManifest: true, script, clusterName: "it's prod" })]);
    const lines = text.split("\n");
    expect(lines).toContain(
      `printf '%s' 'kubectl must speak to the cluster "it'\\''s prod". Press Enter when it does. '`,
    );
    expect(lines.indexOf("read -r _")).toBe(lines.indexOf("kubectl annotate service 'front'") - 1);
    expect(text).not.toContain("etag=");
  });

  test("lets no name leave its comment or its quotes", () => {
    const evil = "a\nrm -rf /\u2028; echo\r'$(id)`id`";
    const text = planAsShell([step(evil)], [{ ...step(evil), reason: evil, commands: ["one\ntwo"] }]);
    const [, rest = ""] = text.split("\n\n# 1 of 1: ");
    expect(rest.split(/[\n\r\u2028]/).map((line) => line.slice(0, 6))).toEqual([
      expect.any(String),
      "etag=$",
      '[ "$et',
      "oci lb",
      "  --se",
      "  --if",
      "shown ",
      "",
      "# By h",
      expect.stringMatching(/^#   /),
      "#   on",
      "#   tw",
      "",
    ]);
  });
});
