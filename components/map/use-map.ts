"use client";

import { createSerializer, type Options, useQueryStates } from "nuqs";
import { createContext, useContext } from "react";
import { mapParsers, type MapValues } from "@/components/map/map-params";
import type { MapAnswer, MapNodeView } from "@/lib/contract/map";
import { routes } from "@/lib/routes";

type Changes = { readonly [K in keyof MapValues]?: MapValues[K] | null };

const serialize = createSerializer(mapParsers);

/** What stands in the address of the map, and how it is changed. */
export function useMapValues() {
  const [values, setValues] = useQueryStates(mapParsers);
  return {
    values,
    setValues,
    /** The address with some of it changed. */
    hrefOf: (changes: Changes): string => serialize(routes.map(), { ...values, ...changes }),
    /** Goes there: a navigation, so Back leads back. */
    go: (changes: Changes, options: Options = {}): void => void setValues(changes, { history: "push", ...options }),
  };
}

const context = createContext<MapAnswer | null>(null);

export const MapAnswerProvider = context.Provider;

/** The answer that the view shows. */
export function useMapAnswer(): MapAnswer {
  const answer = useContext(context);
  if (answer === null) throw new Error("There is no map around this.");
  return answer;
}

const byId = new WeakMap<MapAnswer, ReadonlyMap<string, MapNodeView>>();

/** The nodes of an answer by their ids. */
export function nodesOf(answer: MapAnswer): ReadonlyMap<string, MapNodeView> {
  const known = byId.get(answer) ?? new Map(answer.nodes.map((node) => [node.id, node]));
  byId.set(answer, known);
  return known;
}
