import { detailAnswer } from "@/app/api/inventory-answers";
import type { SelectableNamespacesResponse } from "@/lib/contract/security-attributes";
import type { Inventory } from "@/lib/inventory/inventory";
import { selectableNamespaces } from "@/lib/inventory/projections/selectable-namespaces";
import { handle } from "@/lib/server/handle";

/** Until then a dialog would say that something is missing which is only on its way. */
const isCatalogRead = ({ catalog, finishedAt }: Inventory): boolean =>
  finishedAt !== null ||
  (catalog.isNamespaceListComplete &&
    catalog.namespaces.every(
      ({ isDefinitionListComplete, definitions }) =>
        isDefinitionListComplete && definitions.every(({ allowedValues }) => allowedValues !== "unread"),
    ));

export const GET = handle({}, async ({ session }) => {
  const answer = await detailAnswer(session.ociContext, (inventory) =>
    isCatalogRead(inventory) ? selectableNamespaces(inventory.catalog) : null,
  );
  return Response.json(answer satisfies SelectableNamespacesResponse);
});
