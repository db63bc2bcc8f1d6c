"use client";

import { Search } from "lucide-react";
import { useRouter } from "next/navigation";
import { useId } from "react";
import { routes } from "@/lib/routes";

/** Finds resources by name, OCID or attribute: leads to the list of resources. */
export function GlobalSearch({ onSearch }: { readonly onSearch?: () => void }) {
  const router = useRouter();
  const id = useId();
  return (
    <search className="block w-full">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          const text = new FormData(event.currentTarget).get("q");
          if (typeof text !== "string" || text.trim() === "") return;
          onSearch?.();
          router.push(routes.resources({ q: text.trim(), protected: "any" }));
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
          className="rounded-box border-edge bg-surface h-full w-full border pr-2.5 pl-8 focus-visible:outline-offset-0 any-pointer-coarse:text-[1rem]"
        />
      </form>
    </search>
  );
}
