"use client";

import { usePathname } from "next/navigation";
import { useEditGuard } from "@/components/changes/use-edit-guard";
import { late } from "@/components/shared/late";

const EditDialog = late(() => import("@/components/changes/edit-dialog").then((module) => module.EditDialog));

/** The dialogs that edit security attributes: there when the address names an edit. Mounted once, around all pages. */
export function EditDialogs() {
  const pathname = usePathname();
  const { shown, guard, ...actions } = useEditGuard(pathname);
  if (shown === null) return null;
  const { edit, on, attribute } = shown;
  return <EditDialog key={[edit, on, attribute].join(" ")} params={shown} guard={guard} {...actions} />;
}
