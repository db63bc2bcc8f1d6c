import type { EditBase } from "@/lib/contract/edit-base";
import { isUnread } from "@/lib/inventory/declaration-for-edit";
import type { FreshEditable } from "@/lib/inventory/fresh-editable";
import type { Inventory } from "@/lib/inventory/inventory";
import { resourceDetail } from "@/lib/inventory/projections/resource-detail";
import { controllerOf } from "@/lib/oke/annotation-edit";
import { isStoredAsDeclared } from "@/lib/oke/compare-declared";
import type { StorageClassSource } from "@/lib/oke/manifest";

/** Events that are shown of one object, the latest first. */
const maxEvents = 5;

function placeOf({ freshlyRead, declaration }: FreshEditable): EditBase["place"] {
  if (declaration === null) return { type: "resource", unread: null };
  switch (declaration.type) {
    case "readable": {
      const { object, annotation, reason, replaces } = declaration;
      const stored = freshlyRead.fresh.resource.securityAttributes;
      const isInStep = isStoredAsDeclared(annotation.attributes, stored);
      return {
        type: "annotation",
        object,
        controller: controllerOf(object),
        stored,
        isInStep,
        reason,
        replaces: replaces && { ...replaces, text: annotation.text ?? "" },
      };
    }
    case "not-a-set": {
      const { object, annotation, events } = declaration;
      return {
        type: "manifest",
        code: "NotASet",
        isUnread: false,
        reason: `What the ${object.kind} declares is not a set of security attributes, so that nothing can be added to it or taken from it. It can be replaced as a whole.`,
        value: {
          object,
          text: annotation.text ?? "",
          problems: annotation.problems,
          events: events
            .filter(({ isWarning }) => isWarning)
            .toSorted((a, b) => Date.parse(b.lastSeenAt ?? "") - Date.parse(a.lastSeenAt ?? ""))
            .slice(0, maxEvents)
            .map(({ reason, message, count, lastSeenAt }) => ({ reason, message, count, lastSeenAt })),
        },
      };
    }
    case "not-known": {
      const { code, reason } = declaration;
      return { type: "resource", unread: { code, reason } };
    }
    case "unreadable": {
      const { code, reason } = declaration;
      return { type: "manifest", code, reason, isUnread: isUnread(declaration), value: null };
    }
  }
}

/** Answers `GET /api/resources/{id}/edit-base`. */
export function editBase(
  inventory: Inventory,
  read: FreshEditable,
  runningChangeId: string | null,
  storageClass: StorageClassSource | null = null,
): EditBase {
  return { ...resourceDetail(inventory, read.editable, runningChangeId, storageClass), place: placeOf(read) };
}
