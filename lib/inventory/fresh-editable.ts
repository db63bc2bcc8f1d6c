import "server-only";
import { type DeclarationForEdit, readDeclarationForEdit } from "@/lib/inventory/declaration-for-edit";
import { readFresh, type FreshlyRead } from "@/lib/inventory/fresh-resource";
import type { Inventory } from "@/lib/inventory/inventory";
import type { OciContext } from "@/lib/oci/clients";
import type { AnnotatedObject } from "@/lib/oke/annotation-edit";
import { editOffersOf } from "@/lib/oke/edit-offer";
import type { FreshResource, SettingOwner } from "@/lib/oke/protected-resource";
import { assessSecurityAttributes } from "@/lib/zpr/attribute-verdict";

/** One fresh read of a resource, and of the manifest that owns its setting. */
export type FreshEditable = {
  readonly freshlyRead: FreshlyRead;
  readonly declaration: DeclarationForEdit | null;
  /**
   * The resource as an edit sees it: for one whose annotation could be read, with the declared set in the place of the
   * stored one, and the version of the object in the place of the etag.
   */
  readonly editable: FreshResource;
};

/** OCI does not always tell the name of the object that owns a setting. */
const ownerNamedBy = ({ kind, namespace, name }: AnnotatedObject): SettingOwner =>
  kind === "Service" ? { type: "service-annotation", namespace, name } : { type: "ingress-class-annotation", name };

function editableOf(
  { fresh }: FreshlyRead,
  declaration: DeclarationForEdit | null,
  { catalog }: Inventory,
): FreshResource {
  if (declaration === null || declaration.type === "unreadable") return fresh;
  const owner = ownerNamedBy(declaration.object);
  if (declaration.type === "not-a-set") return { ...fresh, resource: { ...fresh.resource, owner } };
  const { attributes, resourceVersion } = declaration.annotation;
  const securityAttributes = assessSecurityAttributes(attributes, catalog);
  const { kind, lifecycleState } = fresh.resource;
  const facts = { kind, lifecycleState, owner, eligibility: null, securityAttributes, isDeclaredRead: true };
  return {
    ...fresh,
    etag: resourceVersion,
    resource: { ...fresh.resource, owner, securityAttributes, edit: editOffersOf(facts) },
  };
}

/**
 * Reads what an edit is based on, where the setting lives. `null` when the inventory has no resource of that id. Throws
 * `OciRequestError` when the resource itself cannot be read.
 */
export async function readEditable(
  ociContext: OciContext,
  inventory: Inventory,
  resourceId: string,
): Promise<FreshEditable | null> {
  const freshlyRead = await readFresh(ociContext, inventory, resourceId);
  if (freshlyRead === null) return null;
  const declaration = await readDeclarationForEdit(ociContext, inventory, freshlyRead.fresh.resource);
  return { freshlyRead, declaration, editable: editableOf(freshlyRead, declaration, inventory) };
}
