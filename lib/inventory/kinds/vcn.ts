import "server-only";
import { etagOf, withFresh, type ResourceKindAdapter } from "@/lib/inventory/kinds/resource-kind-adapter";
import { getVcn } from "@/lib/oci/network";

/** Only read: an attribute of a VCN is the location of every policy, and belongs to the whole network. */
export const vcn: ResourceKindAdapter = {
  kind: "vcn",
  workRequestService: null,
  async read(ociContext, { region, ocid }) {
    const read = await getVcn(ociContext, { region, vcnId: ocid });
    const fresh = { ...read.vcn, region };
    return {
      etag: etagOf(read, "getVcn"),
      lifecycleState: fresh.lifecycleState,
      sets: [fresh.securityAttributes],
      placeIn: (collections) => ({ ...collections, vcns: withFresh(collections.vcns, fresh) }),
      runningNodeCount: null,
      changeTarget: null,
      write: null,
    };
  },
};
