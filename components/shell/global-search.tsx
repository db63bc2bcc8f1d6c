"use client";

import { Search } from "lucide-react";
import { useId } from "react";
import { useGo } from "@/components/shared/scoped-link";
import { PaletteButton } from "@/components/shell/palette-button";
import { routes } from "@/lib/routes";

/** Finds resources by name or attribute: leads to their list; an OCID leads to the thing itself. */
export function GlobalSearch({ onSearch }: { readonly onSearch?: () => void }) {
  const go = useGo();
  const id = useId();
  return (
    <search className="block w-full">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          const text = new FormData(event.currentTarget).get("q");
          if (typeof text !== "string" || text.trim() === "") return;
          onSearch?.();
          const q = text.trim();
          go(/^ocid1\./i.test(q) ? routes.find(q) : routes.resources({ q, protected: "any" }));
        }}
        className="relative flex h-8 items-center"
      >
        <label htmlFor={id} className="sr-only">
          Search resources
        </label>
        <Search aria-hidden="true" className="text-muted pointer-events-none absolute left-2.5 size-3.5" />
        <input
          id={id}
          name="q"
          type="search"
          autoComplete="off"
          spellCheck={false}
          placeholder="Name, OCID or attribute"
          className="rounded-box border-edge bg-surface h-full w-full border pr-16 pl-8 focus-visible:outline-offset-0 any-pointer-coarse:text-[1rem] [&::-webkit-search-cancel-button]:hidden"
        />
        <PaletteButton onOpen={onSearch} />
      </form>
    </search>
  );
}
