import * as v from "valibot";
import { sessionSchema } from "@/lib/contract/session";
import { ApiError, apiErrorFrom, unexpectedResponse, unreachable } from "@/lib/queries/api-error";
import { apiPaths } from "@/lib/queries/api-paths";

async function answerOf(
  url: string,
  init: RequestInit,
): Promise<{ readonly response: Response; readonly body: unknown }> {
  let response: Response;
  try {
    response = await fetch(url, { ...init, cache: "no-store", credentials: "same-origin" });
  } catch (cause) {
    if (init.signal?.aborted) throw cause;
    throw unreachable();
  }
  const body: unknown = await response.json().catch(() => undefined);
  return { response, body };
}

async function read<S extends v.GenericSchema>(schema: S, url: string, init: RequestInit): Promise<v.InferOutput<S>> {
  const { response, body } = await answerOf(url, init);
  if (!response.ok) throw apiErrorFrom(response.status, body);
  const parsed = v.safeParse(schema, body);
  if (!parsed.success) throw unexpectedResponse(response.status);
  return parsed.output;
}

/** Reads our own API. Throws `ApiError`; an abort by `signal` is thrown on as it is. */
export const apiFetch = <S extends v.GenericSchema>(
  schema: S,
  url: string,
  signal?: AbortSignal,
): Promise<v.InferOutput<S>> => read(schema, url, { method: "GET", ...(signal && { signal }) });

let pageToken: Promise<string> | null = null;

function pageTokenNow(): Promise<string> {
  pageToken ??= apiFetch(sessionSchema, apiPaths.session()).then(
    (session) => session.pageToken,
    (error: unknown) => {
      pageToken = null;
      throw error;
    },
  );
  return pageToken;
}

/** The console was started anew: its old token is worth nothing, and nothing was written. */
const isTokenRefused = (error: unknown): boolean =>
  error instanceof ApiError &&
  error.status === 403 &&
  (error.code === "PageTokenRequired" || error.code === "StalePageToken");

/**
 * Posts JSON to our own API with the page token. A refused token is fetched anew once: the guard refuses before
 * anything is done. Nothing else is ever sent twice. Throws `ApiError`.
 */
export async function apiPost<S extends v.GenericSchema>(
  schema: S,
  url: string,
  details: unknown,
): Promise<v.InferOutput<S>> {
  const post = async () =>
    read(schema, url, {
      method: "POST",
      headers: { "Content-Type": "application/json", "X-ZPR-Page-Token": await pageTokenNow() },
      body: JSON.stringify(details),
    });
  try {
    return await post();
  } catch (error) {
    if (!isTokenRefused(error)) throw error;
    pageToken = null;
    return post();
  }
}
