import type * as containerengine from "oci-containerengine";
import type * as core from "oci-core";
import type * as filestorage from "oci-filestorage";
import type * as identity from "oci-identity";
import type * as loadbalancer from "oci-loadbalancer";
import type * as networkloadbalancer from "oci-networkloadbalancer";
import type * as securityattribute from "oci-securityattribute";
import type * as zpr from "oci-zpr";
import { expectTypeOf, test } from "vitest";
import type { Wire } from "@/emulator/wire";
import type { Addon, Cluster } from "@/lib/oke/cluster";
import type { Instance, Vnic, VnicAttachment } from "@/lib/oke/compute";
import type { LoadBalancer, NetworkLoadBalancer } from "@/lib/oke/load-balancer";
import type { FileSystem, MountTarget } from "@/lib/oke/mount-target";
import type { DrgAttachment, LocalPeeringGateway, Subnet, Vcn } from "@/lib/oke/network";
import type { Node, NodePool, VirtualNodePool } from "@/lib/oke/node-pool";
import type { AvailabilityDomain, Compartment, RegionSubscription, Tenancy } from "@/lib/oke/tenancy";
import type { WorkRequest } from "@/lib/oke/work-request";
import type { SecurityAttributeDefinition, SecurityAttributeNamespace } from "@/lib/zpr/security-attribute-namespace";

/** Oracle's words for a member that is an enumeration, and its word for those that the SDK does not know yet. */
type Words<T> = Extract<Wire<T>, string> | "UNKNOWN_VALUE";
/** Members of ours that Oracle's model does not have. */
type OursOnly<Ours, Oracles> = Exclude<keyof Ours, keyof Oracles>;

// These are checked by the compiler (`tsc --noEmit`): a new SDK that says otherwise does not compile.

test("life-cycle states and kinds are Oracle's words and UNKNOWN_VALUE", () => {
  expectTypeOf<Cluster["lifecycleState"]>().toEqualTypeOf<Words<containerengine.models.Cluster["lifecycleState"]>>();
  expectTypeOf<Cluster["type"]>().toEqualTypeOf<Words<containerengine.models.Cluster["type"]>>();
  expectTypeOf<Addon["lifecycleState"]>().toEqualTypeOf<Words<containerengine.models.Addon["lifecycleState"]>>();
  expectTypeOf<NodePool["lifecycleState"]>().toEqualTypeOf<Words<containerengine.models.NodePool["lifecycleState"]>>();
  expectTypeOf<Node["lifecycleState"]>().toEqualTypeOf<Words<containerengine.models.Node["lifecycleState"]>>();
  expectTypeOf<VirtualNodePool["lifecycleState"]>().toEqualTypeOf<
    Words<containerengine.models.VirtualNodePool["lifecycleState"]>
  >();
  expectTypeOf<LoadBalancer["lifecycleState"]>().toEqualTypeOf<
    Words<loadbalancer.models.LoadBalancer["lifecycleState"]>
  >();
  expectTypeOf<NetworkLoadBalancer["lifecycleState"]>().toEqualTypeOf<
    Words<networkloadbalancer.models.NetworkLoadBalancer["lifecycleState"]>
  >();
  expectTypeOf<MountTarget["lifecycleState"]>().toEqualTypeOf<
    Words<filestorage.models.MountTarget["lifecycleState"]>
  >();
  expectTypeOf<FileSystem["lifecycleState"]>().toEqualTypeOf<Words<filestorage.models.FileSystem["lifecycleState"]>>();
  expectTypeOf<Vcn["lifecycleState"]>().toEqualTypeOf<Words<core.models.Vcn["lifecycleState"]>>();
  expectTypeOf<Instance["lifecycleState"]>().toEqualTypeOf<Words<core.models.Instance["lifecycleState"]>>();
  expectTypeOf<Instance["securityAttributesState"]>().toEqualTypeOf<
    Words<core.models.Instance["securityAttributesState"]>
  >();
  expectTypeOf<Vnic["lifecycleState"]>().toEqualTypeOf<Words<core.models.Vnic["lifecycleState"]>>();
  expectTypeOf<VnicAttachment["lifecycleState"]>().toEqualTypeOf<Words<core.models.VnicAttachment["lifecycleState"]>>();
  expectTypeOf<Subnet["lifecycleState"]>().toEqualTypeOf<Words<core.models.Subnet["lifecycleState"]>>();
  expectTypeOf<LocalPeeringGateway["lifecycleState"]>().toEqualTypeOf<
    Words<core.models.LocalPeeringGateway["lifecycleState"]>
  >();
  expectTypeOf<LocalPeeringGateway["peeringStatus"]>().toEqualTypeOf<
    Words<core.models.LocalPeeringGateway["peeringStatus"]>
  >();
  expectTypeOf<DrgAttachment["lifecycleState"]>().toEqualTypeOf<Words<core.models.DrgAttachment["lifecycleState"]>>();
  expectTypeOf<Compartment["lifecycleState"]>().toEqualTypeOf<Words<identity.models.Compartment["lifecycleState"]>>();
  expectTypeOf<RegionSubscription["status"]>().toEqualTypeOf<Words<identity.models.RegionSubscription["status"]>>();
  expectTypeOf<SecurityAttributeDefinition["lifecycleState"]>().toEqualTypeOf<
    Words<securityattribute.models.SecurityAttribute["lifecycleState"]>
  >();
  expectTypeOf<SecurityAttributeNamespace["lifecycleState"]>().toEqualTypeOf<
    Words<securityattribute.models.SecurityAttributeNamespace["lifecycleState"]>
  >();
  expectTypeOf<WorkRequest["status"]>().toEqualTypeOf<Words<zpr.models.WorkRequest["status"]>>();
  expectTypeOf<Words<containerengine.models.WorkRequest["status"]>>().toExtend<WorkRequest["status"]>();
  expectTypeOf<Words<networkloadbalancer.models.WorkRequest["status"]>>().toExtend<WorkRequest["status"]>();
  expectTypeOf<Words<loadbalancer.models.WorkRequest["lifecycleState"]>>().toExtend<WorkRequest["status"]>();
});

test("every member has Oracle's name, but for those that are listed here", () => {
  expectTypeOf<OursOnly<Cluster, containerengine.models.Cluster>>().toBeNever();
  expectTypeOf<OursOnly<Addon, containerengine.models.AddonSummary>>().toBeNever();
  expectTypeOf<OursOnly<NodePool, containerengine.models.NodePool>>().toBeNever();
  expectTypeOf<OursOnly<Node, containerengine.models.Node>>().toBeNever();
  expectTypeOf<OursOnly<VirtualNodePool, containerengine.models.VirtualNodePool>>().toBeNever();
  expectTypeOf<OursOnly<LoadBalancer, loadbalancer.models.LoadBalancer>>().toBeNever();
  expectTypeOf<OursOnly<NetworkLoadBalancer, networkloadbalancer.models.NetworkLoadBalancer>>().toBeNever();
  expectTypeOf<OursOnly<MountTarget, filestorage.models.MountTarget>>().toBeNever();
  expectTypeOf<OursOnly<FileSystem, filestorage.models.FileSystem>>().toBeNever();
  expectTypeOf<OursOnly<Vcn, core.models.Vcn>>().toBeNever();
  expectTypeOf<OursOnly<Instance, core.models.Instance>>().toBeNever();
  expectTypeOf<OursOnly<Vnic, core.models.Vnic>>().toBeNever();
  expectTypeOf<OursOnly<VnicAttachment, core.models.VnicAttachment>>().toBeNever();
  expectTypeOf<OursOnly<Subnet, core.models.Subnet>>().toBeNever();
  expectTypeOf<OursOnly<LocalPeeringGateway, core.models.LocalPeeringGateway>>().toBeNever();
  expectTypeOf<OursOnly<DrgAttachment, core.models.DrgAttachment>>().toBeNever();
  expectTypeOf<OursOnly<Compartment, identity.models.Compartment>>().toBeNever();
  expectTypeOf<OursOnly<Tenancy, identity.models.Tenancy>>().toBeNever();
  expectTypeOf<OursOnly<RegionSubscription, identity.models.RegionSubscription>>().toBeNever();
  expectTypeOf<OursOnly<AvailabilityDomain, identity.models.AvailabilityDomain>>().toBeNever();
  expectTypeOf<
    OursOnly<SecurityAttributeNamespace, securityattribute.models.SecurityAttributeNamespace>
  >().toEqualTypeOf<"definitions" | "isDefinitionListComplete">();
  expectTypeOf<
    OursOnly<SecurityAttributeDefinition, securityattribute.models.SecurityAttribute>
  >().toEqualTypeOf<"allowedValues">();
});
