"use client";

import { parseAsString, useQueryStates } from "nuqs";
import { useCallback } from "react";
import { scopeParsers, type Scope } from "@/components/shared/scope";

// The pages of a list are those of one scope.
const parsers = { ...scopeParsers, page: parseAsString };

type ChooseScope = (scope: Pick<Scope, "regions" | "compartmentId">) => void;

/** Gives a function that writes another scope into the address: a step that Back takes back. */
export function useChooseScope(): ChooseScope {
  const [, setParams] = useQueryStates(parsers, { history: "push", scroll: false });
  return useCallback(
    ({ regions, compartmentId }) =>
      void setParams({ region: regions.length === 0 ? null : [regions.join(",")], compartmentId, page: null }),
    [setParams],
  );
}
