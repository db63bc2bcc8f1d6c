import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useListScope, withoutPage } from "@/components/shared/list-scope";
import { pageQuery, type PageReader } from "@/lib/queries/page-reader";

const noList: PageReader<unknown> = {
  operation: "",
  read: () => Promise.reject(new Error("There is no list around this.")),
};

/**
 * The values of a key that stand in the list around, with how many rows have each under everything else; only those that
 * hold `text`. Nothing is asked where `isWanted` is false.
 */
export function useKeyValues(key: string, text: string, isWanted = true) {
  const list = useListScope();
  // In whatever order the rows are, their values are the same.
  const { sortBy: _by, sortOrder: _order, ...question } = withoutPage(list?.request ?? {});
  const params = { ...question, limit: "1", facet: key, facetText: text };
  return useQuery({
    ...pageQuery(list?.pages ?? noList, params),
    enabled: list !== null && isWanted,
    placeholderData: keepPreviousData,
  });
}
