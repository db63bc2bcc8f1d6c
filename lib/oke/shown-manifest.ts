import type { DeclaredStanding } from "@/lib/oke/declared-standing";
import { declaredManifest, type ManifestSnippet, storedAsManifest } from "@/lib/oke/manifest";
import type { ProtectedResource } from "@/lib/oke/protected-resource";

/**
 * What stands in the manifest of a resource, ready to paste: what it declares where that was read, else what OCI
 * stores, called by its name. `null` where nothing is known of the object beyond what OCI tells.
 */
export function shownManifest(resource: ProtectedResource, standing: DeclaredStanding): ManifestSnippet | null {
  if (!("object" in standing)) return null;
  const { object } = standing;
  if ("declared" in standing) return declaredManifest(resource, object, standing.declared);
  const { kind, namespace, name } = object;
  switch (kind) {
    case "Service":
      return storedAsManifest({ ...resource, owner: { type: "service-annotation", namespace, name } });
    case "IngressClass":
      return storedAsManifest({ ...resource, owner: { type: "ingress-class-annotation", name } });
    case "StorageClass":
      return null;
  }
}
