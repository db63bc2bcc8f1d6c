import "server-only";
import { pipeline } from "node:stream/promises";
import { createGunzip } from "node:zlib";
import type { Dispatcher } from "undici";
import { parseJson } from "@/lib/json";
import { OciRequestError, refusal, type FailedCall } from "@/lib/oci/errors";
import { isTimeOrAbort } from "@/lib/oci/network-error";
import { retryAfterSecondsFrom } from "@/lib/oci/retry";

/** What an attempt gave: a status below 300 and a body: JSON, the text of a document, or none where none is due. */
export type HttpAnswer = { readonly status: number; readonly headers: Headers; readonly body: unknown };

type Call = FailedCall & { readonly isDocument?: true | undefined; readonly isDryRun?: true | undefined };
type Undecided = Call & { readonly opcRequestId: string | null };

/**
 * Takes a response whose headers have come, reads its body up to `maxBodyBytes`. Throws `OciRequestError` for every
 * error status, for a redirect, and for a body that is too big, truncated, or not JSON although it is no document.
 */
export async function readAnswer(
  response: Dispatcher.ResponseData,
  call: Call,
  sentRequestId: string | null,
  maxBodyBytes: number,
): Promise<HttpAnswer> {
  const headers = headersFrom(response.headers);
  const undecided = { ...call, opcRequestId: headers.get("opc-request-id") ?? sentRequestId };
  const status = response.statusCode;
  if (status < 200 || status > 299) throw await refusalFrom(response, headers, undecided, maxBodyBytes);
  const bytes = await readBytes(response, headers, undecided, maxBodyBytes);
  // What a dry run answers with is not documented, and its status is all that is asked for.
  if (call.isDryRun) return { status, headers, body: jsonFrom(bytes)?.value };
  const isBodyDue = !call.isWrite || (status !== 202 && status !== 204 && !headers.has("opc-work-request-id"));
  if (bytes.length === 0 && !isBodyDue) return { status, headers, body: undefined };
  if (call.isDocument) return { status, headers, body: bytes.toString("utf8") };
  const json = jsonFrom(bytes);
  if (json === undefined) throw damaged(undecided, status, "is not complete JSON");
  return { status, headers, body: json.value };
}

async function refusalFrom(response: Dispatcher.ResponseData, headers: Headers, call: Undecided, maxBodyBytes: number) {
  const status = response.statusCode;
  // A refusal stands even if its explanation is lost.
  const bytes = await readBytes(response, headers, call, maxBodyBytes).catch(() => Buffer.alloc(0));
  const body = jsonFrom(bytes)?.value;
  const message = memberOf(body, "message");
  return refusal({
    ...call,
    status,
    serviceCode: memberOf(body, "code"),
    message: status === 401 ? withClockNote(message, headers.get("date")) : message,
    retryAfterSeconds: retryAfterSecondsFrom(headers.get("retry-after"), Date.now()),
  });
}

const maxClockSkewSeconds = 60;

/** Signatures more than five minutes old are refused: https://docs.oracle.com/iaas/Content/API/Concepts/usingapi.htm */
function withClockNote(message: string | null, date: string | null): string | null {
  const skewSeconds = date === null ? Number.NaN : (Date.now() - Date.parse(date)) / 1000;
  if (message === null || !(Math.abs(skewSeconds) > maxClockSkewSeconds)) return message;
  const direction = skewSeconds > 0 ? "ahead of" : "behind";
  return `${message} The clock of this machine is ${Math.round(Math.abs(skewSeconds))} s ${direction} the service's.`;
}

async function readBytes(
  response: Dispatcher.ResponseData,
  headers: Headers,
  call: Undecided,
  maxBodyBytes: number,
): Promise<Buffer> {
  const encoding = headers.get("content-encoding") ?? "identity";
  if (encoding !== "gzip" && encoding !== "identity") {
    response.body.destroy();
    throw damaged(call, response.statusCode, "is compressed in a way that was not asked for");
  }
  const chunks: Buffer[] = [];
  let size = 0;
  const collect = async (source: AsyncIterable<Buffer>) => {
    for await (const chunk of source) {
      size += chunk.length;
      if (size > maxBodyBytes) return;
      chunks.push(chunk);
    }
  };
  try {
    if (encoding === "gzip") await pipeline(response.body, createGunzip(), collect);
    else await pipeline(response.body, collect);
  } catch (thrown) {
    // Leaving the body unread ends the pipeline with an abort of its own.
    if (size <= maxBodyBytes && isTimeOrAbort(thrown)) throw thrown;
    if (size <= maxBodyBytes) throw damaged(call, response.statusCode, "broke off");
  }
  if (size > maxBodyBytes) throw damaged(call, response.statusCode, "is bigger than is accepted", false);
  return Buffer.concat(chunks);
}

const damaged = (call: Undecided, status: number, what: string, isTransient = true): OciRequestError =>
  new OciRequestError({
    code: "UnexpectedResponse",
    message: `The answer to ${call.operation} ${what}.`,
    operation: call.operation,
    status,
    opcRequestId: call.opcRequestId,
    isAmbiguous: call.isWrite,
    isTransient,
  });

function jsonFrom(bytes: Buffer): { readonly value: unknown } | undefined {
  try {
    return { value: parseJson(new TextDecoder("utf-8", { fatal: true }).decode(bytes)) };
  } catch {
    return undefined;
  }
}

function memberOf(body: unknown, name: "code" | "message"): string | null {
  if (typeof body !== "object" || body === null || !Object.hasOwn(body, name)) return null;
  const value: unknown = Reflect.get(body, name);
  return typeof value === "string" && value !== "" ? value : null;
}

function headersFrom(raw: Dispatcher.ResponseData["headers"]): Headers {
  const headers = new Headers();
  for (const [name, value] of Object.entries(raw)) {
    for (const one of Array.isArray(value) ? value : [value ?? ""]) headers.append(name, one);
  }
  return headers;
}
