import * as v from "valibot";
import { runningChangeIdOf } from "@/lib/changes/list-changes";
import { ocidParam } from "@/lib/contract/ocid-param";
import { replaceResource } from "@/lib/inventory/current-inventories";
import { readFreshResource } from "@/lib/inventory/fresh-resource";
import { inventoryForEdit } from "@/lib/inventory/inventory-for-edit";
import { resourceDetail } from "@/lib/inventory/projections/resource-detail";
import { storageClassSource } from "@/lib/inventory/storage-class-source";
import { handle } from "@/lib/server/handle";
import { inventoryUnread, notFound } from "@/lib/server/problem";
import { isSameSecurityAttributes } from "@/lib/zpr/security-attributes";

/** Reads the resource anew: an edit is based on this answer and its etag. */
export const GET = handle({ params: v.object({ resourceId: ocidParam }) }, async ({ session, params }) => {
  const { ociContext } = session;
  const inventory = await inventoryForEdit(ociContext, params.resourceId);
  if (inventory === null) throw inventoryUnread();
  const fresh = await readFreshResource(ociContext, inventory, params.resourceId);
  if (fresh === null) throw notFound("Authorization failed or requested resource not found.");
  const known = inventory.resources.find(({ id }) => id === fresh.resource.id);
  // Lists, and what is held against manifests, must not go on showing what this read has disproved.
  if (known && !isSameSecurityAttributes(known.securityAttributes, fresh.resource.securityAttributes)) {
    replaceResource(session.principal, fresh);
  }
  const runningChangeId = runningChangeIdOf(ociContext, fresh.resource);
  const storageClass = storageClassSource(ociContext, inventory, fresh.resource);
  return Response.json(resourceDetail(inventory, fresh, runningChangeId, storageClass));
});
