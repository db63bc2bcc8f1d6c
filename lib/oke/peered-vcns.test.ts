import * as v from "valibot";
import { describe, expect, it } from "vitest";
import { drgAttachmentSchema, localPeeringGatewaySchema } from "@/lib/oke/network";
import { peeredVcns, type PeeredVcnsParts } from "@/lib/oke/peered-vcns";
import { vcnFrom } from "@/lib/oke/test-builders";

const region = "us-ashburn-1";
const [a, b, c] = [vcnFrom("a"), vcnFrom("b"), vcnFrom("c")];
const far = { ...vcnFrom("far"), region: "eu-frankfurt-1" };
const none: PeeredVcnsParts = { vcns: [a, b, c, far], localPeeringGateways: [], drgAttachments: [] };

const gateway = (id: string, vcnId: string, wire: object) => ({
  ...v.parse(localPeeringGatewaySchema, {
    id,
    vcnId,
    compartmentId: "root",
    lifecycleState: "AVAILABLE",
    peeringStatus: "PEERED",
    ...wire,
  }),
  region,
});
const attachment = (id: string, wire: object) => ({
  ...v.parse(drgAttachmentSchema, { id, compartmentId: "root", drgId: "hub", lifecycleState: "ATTACHED", ...wire }),
  region,
});
const ofVcn = (id: string) => ({ networkDetails: { type: "VCN", id } });

describe("VCNs with local peering gateways", () => {
  const groupsOf = (...localPeeringGateways: PeeredVcnsParts["localPeeringGateways"]) =>
    peeredVcns({ ...none, localPeeringGateways });

  it("are peered when one gateway says so of another, and stand once", () => {
    const both = [gateway("1", a.id, { peerId: "2" }), gateway("2", b.id, { peerId: "1" })] as const;
    expect(groupsOf(...both)).toEqual([[a.id, b.id]]);
  });

  it.each(["NEW", "PENDING", "REVOKED", "INVALID", "SOMETHING_NEW"])("are not while that is %s", (peeringStatus) => {
    expect(groupsOf(gateway("1", a.id, { peerId: "2", peeringStatus }), gateway("2", b.id, { peeringStatus }))).toEqual(
      [],
    );
  });

  it("may be peered with any other of the region when the peer cannot be seen", () => {
    expect(groupsOf(gateway("1", b.id, { peerId: "hidden", isCrossTenancyPeering: false }))).toEqual([
      [a.id, b.id],
      [b.id, c.id],
    ]);
  });

  it("are peered with none of ours when the peer is of another tenancy", () => {
    expect(groupsOf(gateway("1", b.id, { peerId: "theirs", isCrossTenancyPeering: true }))).toEqual([]);
  });
});

describe("VCNs attached to DRGs", () => {
  const groupsOf = (...drgAttachments: PeeredVcnsParts["drgAttachments"]) => peeredVcns({ ...none, drgAttachments });

  it("are joined by the one that they share, however many they are", () => {
    expect(
      groupsOf(attachment("1", ofVcn(a.id)), attachment("2", ofVcn(b.id)), attachment("3", { vcnId: c.id })),
    ).toEqual([[a.id, b.id, c.id]]);
  });

  it("are not joined by different ones, nor while one is still being attached", () => {
    expect(groupsOf(attachment("1", ofVcn(a.id)), attachment("2", { ...ofVcn(b.id), drgId: "other" }))).toEqual([]);
    const attaching = attachment("2", { ...ofVcn(b.id), lifecycleState: "ATTACHING" });
    expect(groupsOf(attachment("1", ofVcn(a.id)), attaching)).toEqual([]);
  });

  it("are not joined by what else is attached there", () => {
    const tunnel = attachment("2", { networkDetails: { type: "IPSEC_TUNNEL", id: "tunnel" } });
    expect(groupsOf(attachment("1", ofVcn(a.id)), tunnel)).toEqual([]);
  });
});
