import "server-only";
import * as v from "valibot";
import { invalidParameter } from "@/lib/server/problem";
import { readJson } from "@/lib/server/read-json";
import { checkReader, checkWriter } from "@/lib/server/request-guard";
import { respond } from "@/lib/server/respond";
import { currentSession, type Session } from "@/lib/server/session";

type Schema = v.GenericSchema | v.GenericSchemaAsync;
type Schemas = { readonly params?: Schema; readonly query?: Schema; readonly body?: Schema };
type Parsed<S extends Schemas, K extends keyof Schemas> = S[K] extends Schema ? v.InferOutput<S[K]> : undefined;

export type HandlerInput<S extends Schemas> = {
  readonly session: Session;
  readonly params: Parsed<S, "params">;
  readonly query: Parsed<S, "query">;
  readonly body: Parsed<S, "body">;
  readonly request: Request;
};

/** What Next gives to a route handler besides the request; tests may leave it out for routes without parameters. */
type RouteContext = { readonly params: Promise<unknown> };

/**
 * A query as a record: a text for a name that stands once, a list for one that stands more often. Schemas for lists
 * take both.
 */
function queryRecordFrom(search: URLSearchParams): Record<string, string | string[]> {
  return Object.fromEntries(
    [...new Set(search.keys())].map((name) => {
      const values = search.getAll(name);
      return [name, values.length === 1 ? (values[0] ?? "") : values];
    }),
  );
}

/** `operations[1].value`: the path of what is wrong, as a person would write it. */
function fieldOf(issue: v.BaseIssue<unknown>): string | undefined {
  const path = issue.path ?? [];
  return path.length === 0
    ? undefined
    : path.reduce((text, { key }) => {
        if (typeof key === "number") return `${text}[${key}]`;
        return text === "" ? String(key) : `${text}.${String(key)}`;
      }, "");
}

async function parse(schema: Schema | undefined, input: unknown): Promise<unknown> {
  if (schema === undefined) return undefined;
  const result = await v.safeParseAsync(schema, input, { abortPipeEarly: true });
  if (result.success) return result.output;
  const [issue] = result.issues;
  throw invalidParameter(issue.message, fieldOf(issue));
}

const isWrite = (request: Request): boolean => request.method !== "GET" && request.method !== "HEAD";

/**
 * Makes a route handler of `/api`. Input that does not fit its schema is 400 `{code, message, field}`; every method
 * but GET and HEAD must come from one of our own pages (`request-guard.ts`); whatever `run` throws becomes an error
 * body with no more in it than a person may see.
 */
export function handle<const S extends Schemas>(
  schemas: S,
  run: (input: HandlerInput<S>) => Response | Promise<Response>,
): (request: Request, context?: RouteContext) => Promise<Response> {
  return (request, context) =>
    respond(request, async () => {
      if (isWrite(request)) checkWriter(request);
      else checkReader(request);
      const params = await parse(schemas.params, await context?.params);
      const query = await parse(schemas.query, queryRecordFrom(new URL(request.url).searchParams));
      const body = await parse(schemas.body, schemas.body && (await readJson(request)));
      const session = currentSession();
      return run({ session, params, query, body, request } as HandlerInput<S>);
    });
}
