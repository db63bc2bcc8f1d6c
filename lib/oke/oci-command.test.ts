import { expect, it } from "vitest";
import { ociCommand } from "@/lib/oke/oci-command";

it("a command quotes whatever a shell could take for something else", () => {
  const command = ociCommand("zpr zpr-policy create", {
    "compartment-id": "ocid1.tenancy.oc1..a",
    name: "it's $(here)",
    statements: { json: ["in a.b:c VCN allow 'app.name:o''brien' to connect to all-endpoints\u202e"] },
  });
  expect(command.split("\n")).toEqual([
    "oci zpr zpr-policy create \\",
    "  --compartment-id ocid1.tenancy.oc1..a \\",
    String.raw`  --name 'it'\''s $(here)' \ `.trimEnd(),
    String.raw`  --statements '["in a.b:c VCN allow '\''app.name:o'\'''\''brien'\'' to connect to all-endpoints\u202e"]'`,
  ]);
});

it("a value that looks like an option is quoted as a value", () => {
  expect(ociCommand("x", { name: "--force" })).toBe("oci x \\\n  --name '--force'");
});
