import "server-only";
import * as v from "valibot";
import { callOci, type OciClients, type OciContext, type OciService, type OciTarget } from "@/lib/oci/clients";
import { OciRequestError } from "@/lib/oci/errors";
import { encodedQuery } from "@/lib/oci/query";

/** Takes what the SDK gave and a schema, gives the parsed value. Throws `UnexpectedResponse`, naming only the place. */
export function parseAnswer<S extends v.GenericSchema>(
  schema: S,
  answer: unknown,
  operation: string,
): v.InferOutput<S> {
  const result = safeParse(schema, answer);
  if (result?.success) return result.output;
  const place = (result && v.getDotPath(result.issues[0])) ?? "its root";
  throw new OciRequestError({
    code: "UnexpectedResponse",
    message: `The answer to ${operation} does not have the documented form at ${place}.`,
    operation,
  });
}

/** `null` when the answer cannot even be walked: nested deeper than the stack. */
function safeParse<S extends v.GenericSchema>(schema: S, answer: unknown): v.SafeParseResult<S> | null {
  try {
    return v.safeParse(schema, answer);
  } catch {
    return null;
  }
}

/** A list operation: the schema of an item, and what tells two items apart. */
type ListTarget<S extends OciService, Schema extends v.GenericSchema> = OciTarget<S> & {
  readonly schema: Schema;
  readonly keyOf: (item: v.InferOutput<Schema>) => string;
};

/** The query member that asks for a page, to be spread into the request; empty for the first page. */
type PageQuery = { readonly page?: string };

/** A page as the SDK gives it. */
type Page = { readonly items: unknown; readonly opcNextPage?: string };

/** More pages than any real list has: a server that never ends must not keep us. */
const maxPages = 500;

/**
 * Reads a list to its end. A page may be empty and still have a successor, so only a missing `opc-next-page` ends it.
 * An item that comes twice, because the list moved between two pages, is kept once, as it came last. Throws
 * `UnexpectedResponse` when a token comes twice.
 */
export async function readList<S extends OciService, Schema extends v.GenericSchema>(
  context: OciContext,
  target: ListTarget<S, Schema>,
  send: (client: OciClients[S], page: PageQuery) => Promise<Page>,
): Promise<readonly v.InferOutput<Schema>[]> {
  const { operation, schema, keyOf } = target;
  const items = new Map<string, v.InferOutput<Schema>>();
  const tokens = new Set<string>();
  for (let query: PageQuery = {}; tokens.size < maxPages;) {
    const sent = query;
    const page = await callOci(context, target, (client) => send(client, sent));
    for (const item of parseAnswer(v.array(schema), page.items, operation)) items.set(keyOf(item), item);
    if (!page.opcNextPage) return [...items.values()];
    if (tokens.has(page.opcNextPage)) break;
    tokens.add(page.opcNextPage);
    query = encodedQuery({ page: page.opcNextPage });
  }
  const message = `The list of ${operation} does not end: a page token came twice, or there are too many pages.`;
  throw new OciRequestError({ code: "UnexpectedResponse", message, operation });
}

/** `keyOf` of things with an OCID. */
export const ocidOf = ({ id }: { readonly id: string }): string => id;

/** A single resource as read, with the etag that guards a write based on this read; `null` when none came. */
export type WithEtag<Name extends string, T> = { readonly [K in Name]: T } & { readonly etag: string | null };

/** What a write that was accepted gives: the work request that carries it out, if it is not done at once. */
export type Accepted = { readonly workRequestId: string | null; readonly opcRequestId: string | null };

/** Takes the SDK's answer to a write. */
export const acceptedFrom = (answer: { opcWorkRequestId?: string; opcRequestId?: string }): Accepted => ({
  workRequestId: answer.opcWorkRequestId || null,
  opcRequestId: answer.opcRequestId || null,
});
