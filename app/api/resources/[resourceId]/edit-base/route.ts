import * as v from "valibot";
import { runningChangeIdOf } from "@/lib/changes/list-changes";
import type { EditBase } from "@/lib/contract/edit-base";
import { ocidParam } from "@/lib/contract/ocid-param";
import { readEditable } from "@/lib/inventory/fresh-editable";
import { inventoryForEdit } from "@/lib/inventory/inventory-for-edit";
import { editBase } from "@/lib/inventory/projections/edit-base";
import { storageClassSource } from "@/lib/inventory/storage-class-source";
import { replacementStarts } from "@/lib/oke/replacement-start";
import { handle } from "@/lib/server/handle";
import { inventoryUnread, notFound } from "@/lib/server/problem";

const schemas = {
  params: v.object({ resourceId: ocidParam }),
  query: v.object({ start: v.exactOptional(v.picklist(replacementStarts)) }),
};

/** Reads what an edit starts from, where the setting lives: for a load balancer of Kubernetes its manifest too. */
export const GET = handle(schemas, async ({ session, params, query: { start } }) => {
  const { ociContext } = session;
  const inventory = await inventoryForEdit(ociContext, params.resourceId);
  if (inventory === null) throw inventoryUnread();
  const read = await readEditable(ociContext, inventory, params.resourceId, start);
  if (read === null) throw notFound("Authorization failed or requested resource not found.");
  const runningChangeId = runningChangeIdOf(ociContext, read.editable.resource);
  const storageClass = storageClassSource(ociContext, inventory, read.editable.resource);
  return Response.json(editBase(inventory, read, runningChangeId, storageClass) satisfies EditBase);
});
