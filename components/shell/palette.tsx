"use client";

import { useQuery } from "@tanstack/react-query";
import { useDeferredValue, useState } from "react";
import { useGo } from "@/components/shared/scoped-link";
import { targetHref } from "@/components/shared/target-href";
import { takeTyped, typedBefore } from "@/components/shell/type-ahead";
import { usePaletteCommands, type Command } from "@/components/shell/use-palette-commands";
import { CommandPalette, type PaletteGroup } from "@/components/ui/command-palette";
import type { SearchResponse } from "@/lib/contract/found";
import { formatAtLeast, formatCounted } from "@/lib/format";
import { searchQuery } from "@/lib/queries/find";
import { routes } from "@/lib/routes";

const fits = ({ label, note = "" }: Command, words: readonly string[]) =>
  words.every((word) => `${label} ${note}`.toLowerCase().includes(word));

/** The commands that fit what was typed, by their groups. */
function groupsOf(commands: readonly Command[], query: string): readonly PaletteGroup<Command>[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  const fitting = commands.filter((command) => fits(command, words));
  return [...new Set(fitting.map(({ group }) => group))].map((value) => ({
    value,
    items: fitting.filter(({ group }) => group === value),
  }));
}

/** Finds everything and does everything: places, things of the tenancy, actions of the page and of the console. */
export function Palette({ onClose }: { readonly onClose: () => void }) {
  const [query, setQuery] = useState(typedBefore);
  const typed = query.trim();
  const asked = useDeferredValue(typed);
  const go = useGo();
  const commands = usePaletteCommands();
  const isOcid = /^ocid1\./i.test(typed);
  const found = useQuery({ ...searchQuery(asked), enabled: asked !== "" && !isOcid });
  const hits = typed === "" || isOcid ? [] : (found.data?.hits ?? []);
  const things = hits.map(({ target, kind, name, place }) => ({
    value: JSON.stringify(target),
    group: "In the tenancy",
    label: name,
    note: `${kind}, ${place}`,
    run: () => go(targetHref(target)),
  }));
  const ocid = {
    value: "ocid",
    group: "In the tenancy",
    label: typed,
    note: "Go to this OCID",
    run: () => go(routes.find(typed)),
  };
  const everything = {
    value: "all",
    group: "In the tenancy",
    label: `All resources with ${typed}`,
    note: "List",
    run: () => go(routes.resources({ q: typed, protected: "any" })),
  };
  const inTenancy = isOcid ? [ocid] : typed === "" ? [] : [...things, everything];
  const ofConsole = isOcid ? [] : groupsOf(commands, typed);
  const groups = [...ofConsole, ...(inTenancy.length > 0 ? [{ value: "In the tenancy", items: inTenancy }] : [])];
  const count = ofConsole.reduce((sum, { items }) => sum + items.length, 0);
  return (
    <CommandPalette
      label="Command palette"
      placeholder="A place, a name, an OCID or an action"
      query={query}
      onQueryChange={setQuery}
      onReady={() => {
        const ahead = takeTyped();
        if (ahead !== "") setQuery(ahead);
      }}
      groups={groups}
      status={statusOf({
        typed,
        isOcid,
        count,
        answer: found.data,
        isWaiting: found.isFetching && asked !== "",
        hasFailed: found.isError,
      })}
      onChoose={({ run }) => run()}
      onClose={onClose}
    />
  );
}

type Known = {
  readonly typed: string;
  readonly isOcid: boolean;
  readonly count: number;
  readonly answer: SearchResponse | undefined;
  readonly isWaiting: boolean;
  readonly hasFailed: boolean;
};

function statusOf({ typed, isOcid, count, answer, isWaiting, hasFailed }: Known): string {
  const commands = formatCounted(count, "command");
  if (typed === "") return commands;
  if (isOcid) return "1 OCID";
  if (hasFailed) return `${commands}; the tenancy could not be searched`;
  if (isWaiting || answer === undefined) return `${commands}; searching the tenancy`;
  const { hits, total, isComplete } = answer;
  const shown =
    hits.length < total
      ? `the best ${hits.length} of ${formatAtLeast(total, isComplete)}`
      : formatAtLeast(total, isComplete);
  return `${commands}, ${shown} in the tenancy`;
}
