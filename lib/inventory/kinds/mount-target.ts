import "server-only";
import { etagOf, withFresh, type ResourceKindAdapter } from "@/lib/inventory/kinds/resource-kind-adapter";
import { getMountTarget, updateMountTarget } from "@/lib/oci/mount-targets";

export const mountTarget: ResourceKindAdapter = {
  kind: "mount-target",
  workRequestService: null,
  async read(ociContext, { region, ocid }) {
    const read = await getMountTarget(ociContext, { region, mountTargetId: ocid });
    const fresh = { ...read.mountTarget, region };
    const etag = etagOf(read, "getMountTarget");
    return {
      etag,
      lifecycleState: fresh.lifecycleState,
      sets: [fresh.securityAttributes],
      placeIn: (collections) => ({ ...collections, mountTargets: withFresh(collections.mountTargets, fresh) }),
      runningNodeCount: null,
      changeTarget: { kind: "mount-target", ocid },
      write: (securityAttributes) =>
        updateMountTarget(ociContext, { region, mountTargetId: ocid, etag, securityAttributes }),
    };
  },
};
