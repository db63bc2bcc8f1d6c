"use client";

import { Menu, X } from "lucide-react";
import { useRef } from "react";
import { Brand } from "@/components/shell/brand";
import { GlobalSearch } from "@/components/shell/global-search";
import { NavLinks } from "@/components/shell/nav-links";
import { ScopeBar } from "@/components/shell/scope-bar";

/** The places on a phone: a sheet over the page, the browser's own modal dialog. */
export function NavSheet() {
  const sheet = useRef<HTMLDialogElement>(null);
  const close = () => sheet.current?.close();
  return (
    <>
      <button
        type="button"
        aria-label="Open navigation"
        aria-haspopup="dialog"
        onClick={() => sheet.current?.showModal()}
        className="rounded-box text-muted hover:bg-hover hover:text-ink inline-flex size-8 items-center justify-center sm:hidden"
      >
        <Menu aria-hidden="true" className="size-4.5" />
      </button>
      <dialog
        ref={sheet}
        aria-label="Navigation"
        className="layer-in border-line bg-raised backdrop:bg-scrim fixed inset-y-0 left-0 m-0 h-dvh w-72 border-r p-3"
      >
        <div className="mb-3 flex items-center justify-between">
          <Brand />
          <button
            type="button"
            aria-label="Close navigation"
            onClick={close}
            className="rounded-box text-muted hover:bg-hover hover:text-ink inline-flex size-8 items-center justify-center"
          >
            <X aria-hidden="true" className="size-4.5" />
          </button>
        </div>
        <div className="mb-3">
          <ScopeBar look="sheet" />
        </div>
        <div className="mb-3">
          <GlobalSearch onSearch={close} />
        </div>
        <nav aria-label="Places">
          <NavLinks look="sheet" onNavigate={close} />
        </nav>
      </dialog>
    </>
  );
}
