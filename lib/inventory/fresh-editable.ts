import "server-only";
import { type DeclarationForEdit, readDeclarationForEdit } from "@/lib/inventory/declaration-for-edit";
import { readFresh, type FreshlyRead } from "@/lib/inventory/fresh-resource";
import type { Inventory } from "@/lib/inventory/inventory";
import type { OciContext } from "@/lib/oci/clients";
import type { AnnotatedObject } from "@/lib/oke/annotation-edit";
import { editOffersOf } from "@/lib/oke/edit-offer";
import type { FreshResource, SettingOwner } from "@/lib/oke/protected-resource";
import { type ReplacementStart, startedSet } from "@/lib/oke/replacement-start";
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
  if (declaration === null || declaration.type === "not-known") return fresh;
  if (declaration.type === "unreadable") return withoutDirectEdit(fresh, declaration);
  const owner = ownerNamedBy(declaration.object);
  const isDeclaredRead = declaration.type === "readable";
  const securityAttributes = isDeclaredRead
    ? assessSecurityAttributes(declaration.annotation.attributes, catalog)
    : fresh.resource.securityAttributes;
  const { kind, lifecycleState } = fresh.resource;
  const facts = { kind, lifecycleState, owner, eligibility: null, securityAttributes, isDeclaredRead };
  const { resourceVersion } = declaration.annotation;
  return {
    ...fresh,
    etag: resourceVersion,
    resource: { ...fresh.resource, owner, securityAttributes, edit: editOffersOf(facts) },
  };
}

/** A manifest seems to own it and cannot be edited: what OCI says of the owner does not make it an edit of OCI's. */
function withoutDirectEdit(
  fresh: FreshResource,
  { reason, seeming }: Extract<DeclarationForEdit, { type: "unreadable" }>,
): FreshResource {
  const { edit } = fresh.resource;
  if (!edit.add.offered && !edit.remove.offered) return fresh;
  const refused = { offered: false, code: "owned-by-manifest", reason } as const;
  const owner = seeming === undefined ? fresh.resource.owner : ownerNamedBy(seeming);
  return { ...fresh, resource: { ...fresh.resource, owner, edit: { add: refused, remove: refused } } };
}

/** The declaration with what the person chose to start from in the place of the text that is no set. */
function started(
  declaration: DeclarationForEdit | null,
  { fresh }: FreshlyRead,
  start: ReplacementStart | undefined,
): DeclarationForEdit | null {
  if (declaration?.type !== "not-a-set" || start === undefined) return declaration;
  const { cluster, object, annotation, reason } = declaration;
  const { attributes, leftOutCount } = startedSet(start, fresh.resource.securityAttributes);
  const replaces = { start, leftOutCount };
  return { type: "readable", cluster, object, annotation: { ...annotation, attributes }, reason, replaces };
}

/**
 * Reads what an edit is based on, where the setting lives. `null` when the inventory has no resource of that id. Throws
 * `OciRequestError` when the resource itself cannot be read.
 * @param start what a set starts from that replaces an annotation which is no set; without it such a one is not edited
 */
export async function readEditable(
  ociContext: OciContext,
  inventory: Inventory,
  resourceId: string,
  start?: ReplacementStart,
): Promise<FreshEditable | null> {
  const freshlyRead = await readFresh(ociContext, inventory, resourceId);
  if (freshlyRead === null) return null;
  const read = await readDeclarationForEdit(ociContext, inventory, freshlyRead.fresh.resource);
  const declaration = started(read, freshlyRead, start);
  return { freshlyRead, declaration, editable: editableOf(freshlyRead, declaration, inventory) };
}
