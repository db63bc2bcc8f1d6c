import { keepPreviousData, skipToken, useQuery } from "@tanstack/react-query";
import { useListScope, withoutPage } from "@/components/shared/list-scope";

/**
 * The values of a key that stand in the list around, with how many rows have each under everything else; only those that
 * hold `text`. Nothing is asked where `isWanted` is false.
 */
export function useKeyValues(key: string, text: string, isWanted = true) {
  const list = useListScope();
  const params = { ...withoutPage(list?.request ?? {}), limit: "1", facet: key, facetText: text };
  return useQuery({
    queryKey: [list?.pages.operation ?? "", params],
    queryFn: list === null || !isWanted ? skipToken : ({ signal }) => list.pages.read(params, signal),
    placeholderData: keepPreviousData,
  });
}
