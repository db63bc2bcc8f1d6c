import { describe, expect, test } from "vitest";
import { planAsTerraform, type PlanTerraformStep } from "@/lib/oke/plan-as-terraform";
import { securityAttributesFromWire } from "@/lib/zpr/security-attributes";

const step = (displayName: string, changed: Partial<PlanTerraformStep> = {}): PlanTerraformStep => ({
  resourceId: "ocid1.loadbalancer.oc1.iad.a",
  kind: "load-balancer",
  displayName,
  region: "us-ashburn-1",
  isManifest: false,
  after: securityAttributesFromWire({ app: { tier: { value: "web", mode: "enforce" } } }),
  ...changed,
});

describe("a plan as Terraform", () => {
  test("names the place of each set and writes it in the provider's flat form", () => {
    expect(planAsTerraform([step("one")])).toBe(
      [
        '# "one", Load balancer, "us-ashburn-1", "ocid1.loadbalancer.oc1.iad.a"',
        "# In oci_load_balancer_load_balancer:",
        "security_attributes = {",
        '  "app.tier.value" = "web"',
        '  "app.tier.mode" = "enforce"',
        "}",
        "",
      ].join("\n"),
    );
  });

  test("lets no value end its string or begin a template", () => {
    const value = '"}${file("/etc/passwd")}%{if true}\n\u202e';
    const after = securityAttributesFromWire({ app: { tier: { value, mode: "enforce" } } });
    const line = planAsTerraform([step("one", { after })])
      .split("\n")
      .find((each) => each.includes("tier.value"));
    const file = '$${file(\\"/etc/passwd\\")}';
    expect(line).toBe(`  "app.tier.value" = "\\"}${file}%%{if true}\\n\\u202e"`);
  });

  test("says what has no place there: an empty set, a manifest, a form it does not know", () => {
    expect(planAsTerraform([step("one", { after: [] })])).toContain("security_attributes = {}");
    expect(planAsTerraform([step("one", { isManifest: true })])).toContain("A Kubernetes manifest owns this set");
    const after = securityAttributesFromWire({ app: { tier: 7 } });
    expect(planAsTerraform([step("one", { after })])).toContain("no form for");
  });
});
