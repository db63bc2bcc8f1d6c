"use client";

import { useQuery } from "@tanstack/react-query";
import { CircleUser } from "lucide-react";
import { late } from "@/components/shared/late";
import { Literal } from "@/components/ui/literal";
import { inventoryQuery } from "@/lib/queries/inventory";

// What is in the panel is seen only when it is opened: it comes after the page.
const AccountFacts = late(() => import("@/components/shell/account-facts").then((module) => module.AccountFacts));

/** Who the console is towards OCI, and the theme. */
export function AccountPanel() {
  const status = useQuery(inventoryQuery()).data;
  return (
    <>
      <button
        type="button"
        popoverTarget="account-panel"
        aria-label="Account and theme"
        className="rounded-box text-muted hover:bg-hover hover:text-ink inline-flex h-8 items-center gap-1.5 px-2"
      >
        <CircleUser aria-hidden="true" strokeWidth={1.75} className="size-4.5" />
        {status && <Literal text={status.profile} className="hidden max-w-32 truncate xl:inline" />}
      </button>
      <div
        id="account-panel"
        popover="auto"
        role="dialog"
        aria-label="Account and theme"
        className="layer-in rounded-box border-line bg-raised shadow-float fixed top-11 right-3 w-72 border p-3"
      >
        <AccountFacts />
      </div>
    </>
  );
}
