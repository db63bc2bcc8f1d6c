"use client";

import type { ReactNode } from "react";
import { OpenEditContext, useEditParams } from "@/components/shared/use-edit-params";

/** Lets every row of a list open an edit, without each of them listening to the address. */
export function EditProvider({ children }: { readonly children: ReactNode }) {
  return <OpenEditContext value={useEditParams().open}>{children}</OpenEditContext>;
}
