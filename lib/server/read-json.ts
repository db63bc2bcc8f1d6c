import "server-only";
import { invalidParameter, Problem } from "@/lib/server/problem";

/** The most bytes that a request body may have. */
export const bodyLimitBytes = 256 * 1024;

const tooLarge = (): Problem =>
  new Problem(413, { code: "PayloadTooLarge", message: `The body may have at most ${bodyLimitBytes / 1024} KB.` });

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

/** The JSON of a request's body. Throws 413 for a body over the limit, declared or not, and 400 for what is not JSON. */
export async function readJson(request: Request): Promise<unknown> {
  if (Number(request.headers.get("content-length") ?? 0) > bodyLimitBytes) throw tooLarge();
  const bytes = request.body === null ? new Uint8Array() : await readBytes(request.body);
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes)) as unknown;
  } catch {
    throw invalidParameter("The body is not JSON.", "body");
  }
}
