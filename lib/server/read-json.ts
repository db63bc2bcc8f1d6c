import "server-only";
import { parseJson } from "@/lib/json";
import { invalidParameter, Problem } from "@/lib/server/problem";

/** The most bytes that a request body may have. */
export const bodyLimitBytes = 256 * 1024;

const tooLarge = (): Problem =>
  new Problem(413, { code: "PayloadTooLarge", message: `The body may have at most ${bodyLimitBytes / 1024} KB.` });

/** Deeper than any form of ours; what walks the parsed body could run out of stack. */
const deepest = 32;

/** How deep arrays and objects stand in each other in a JSON text. */
function depthOf(json: string): number {
  let depth = 0;
  let most = 0;
  // Texts are skipped as a whole: what brackets they hold is text.
  for (const [token] of json.matchAll(/"(?:[^"\\]|\\.)*"|[[\]{}]/gs)) {
    if (token === "[" || token === "{") most = Math.max(most, (depth += 1));
    else if (token === "]" || token === "}") depth -= 1;
  }
  return most;
}

async function readBytes(body: ReadableStream<Uint8Array>): Promise<Uint8Array> {
  const reader = body.getReader();
  const chunks: Uint8Array[] = [];
  let length = 0;
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    length += part.value.byteLength;
    if (length > bodyLimitBytes) {
      await reader.cancel();
      throw tooLarge();
    }
    chunks.push(part.value);
  }
  return Buffer.concat(chunks);
}

function jsonFrom(bytes: Uint8Array): { readonly text: string; readonly value: unknown } | null {
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return { text, value: parseJson(text) };
  } catch {
    return null;
  }
}

/**
 * The JSON of a request's body. Throws 413 for a body over the limit, declared or not, and 400 for what is not JSON or
 * nested too deep.
 */
export async function readJson(request: Request): Promise<unknown> {
  if (Number(request.headers.get("content-length") ?? 0) > bodyLimitBytes) throw tooLarge();
  const bytes = request.body === null ? new Uint8Array() : await readBytes(request.body);
  const body = jsonFrom(bytes);
  if (body === null) throw invalidParameter("The body is not JSON.", "body");
  if (depthOf(body.text) > deepest) {
    throw invalidParameter(`The body may have at most ${deepest} levels of objects and lists.`, "body");
  }
  return body.value;
}
