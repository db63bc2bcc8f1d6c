import { queryOptions } from "@tanstack/react-query";
import type { Page } from "@/lib/contract/page";

/** The query of a list as text, before it is parsed. */
export type PageParams = Readonly<Record<string, string | readonly string[] | undefined>>;

/** How pages of one list are read. Of every list the same, so that windows, values and exports need not know which. */
export type PageReader<T> = {
  /** The first member of its query keys, by which they are found old. */
  readonly operation: string;
  readonly read: (params: PageParams, signal?: AbortSignal) => Promise<Page<T>>;
};

/** One window of a list, or the values of one of its keys. */
export const pageQuery = <T>({ operation, read }: PageReader<T>, params: PageParams) =>
  queryOptions({ queryKey: [operation, params], queryFn: ({ signal }) => read(params, signal) });
