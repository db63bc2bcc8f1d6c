import "server-only";
import { AsyncLocalStorage } from "node:async_hooks";
import type { HttpClient, HttpRequest } from "oci-common";
import pLimit, { type LimitFunction } from "p-limit";
import { Agent, request as httpRequest } from "undici";
import type { Credentials } from "@/lib/oci/credentials";
import { ociErrorFrom, type OciRequestError } from "@/lib/oci/errors";
import { readAnswer, type HttpAnswer } from "@/lib/oci/http-answer";
import type { OciHttpOptions } from "@/lib/oci/http-options";
import { networkErrorFrom } from "@/lib/oci/network-error";
import { retryDelayMs } from "@/lib/oci/retry";
import { runLimited } from "@/lib/oci/run-limited";

/** One call of an SDK function. */
export type OciCall = {
  readonly operation: string;
  readonly signal?: AbortSignal | undefined;
  /** The answer is text, and the call changes nothing, whatever its method. */
  readonly isDocument?: true | undefined;
  /** The call only asks whether it would be accepted: it changes nothing, and its answer may have no body. */
  readonly isDryRun?: true | undefined;
};

type RunningCall = OciCall & { wasSent: boolean; isWrite: boolean; readonly fail: (error: OciRequestError) => void };

// One for all clients: Node 20 and 22 hand every store on with every promise, so a store a client slows all of them.
const runningCalls = new AsyncLocalStorage<RunningCall>();

/**
 * The transport under the SDK's clients of one service, region and credential. The SDK's own has no timeout and no
 * abort, follows redirects, ignores Retry-After and repeats writes; its retries and circuit breaker are switched off.
 *
 * A failure goes to the caller of `run` directly, not through the SDK, whose retrier would drop the cause and print
 * the server's raw text to the console.
 */
export class OciHttpClient implements HttpClient {
  readonly #credentials: Credentials;
  readonly #options: OciHttpOptions;
  readonly #agent: Agent;
  /** Who may be signed, and of them who may be in flight: the next in line is signed while it waits for its place. */
  readonly #signing: LimitFunction;
  readonly #sending: LimitFunction;

  constructor(credentials: Credentials, options: OciHttpOptions) {
    this.#credentials = credentials;
    this.#options = options;
    // Not more at once: a signature covers the time, and is refused after five minutes.
    this.#signing = pLimit(2 * options.concurrency);
    this.#sending = pLimit(options.concurrency);
    // Not the global fetch: Next patches it, and it sends a write again when the server answers 421.
    this.#agent = new Agent({
      connect: { timeout: options.connectTimeoutMs },
      headersTimeout: options.headersTimeoutMs,
      bodyTimeout: options.totalTimeoutMs,
    });
  }

  /** Runs one SDK call over this client and gives its answer. Throws `OciRequestError`, and aborts with the signal. */
  run<T>(call: OciCall, send: () => Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      // A signal of this call's own: many calls under one signal would raise a warning about its listeners.
      const signal = call.signal && AbortSignal.any([call.signal]);
      const running: RunningCall = { ...call, signal, wasSent: false, isWrite: false, fail: reject };
      const result = runningCalls.run(running, async () => send());
      result.then(resolve, (thrown: unknown) => reject(ociErrorFrom(thrown, running)));
    });
  }

  /** Called by the SDK inside `run`. Never rejects: see the class. */
  async send(request: HttpRequest): Promise<Response> {
    const call = runningCalls.getStore();
    if (call === undefined) throw new Error("An SDK client was called outside of OciHttpClient.run.");
    call.isWrite = request.method !== "GET" && request.method !== "HEAD" && !call.isDocument && !call.isDryRun;
    try {
      const answer = await this.#attempts(request, call);
      const { status, headers, body } = answer;
      if (call.isDocument && typeof body === "string") return new Response(body, { status, headers });
      // The body is parsed already; the SDK need not do it again.
      return Object.assign(new Response(null, { status, headers }), { json: () => Promise.resolve(body) });
    } catch (error) {
      call.fail(ociErrorFrom(error, call));
      return new Promise<never>(() => {});
    }
  }

  async #attempts(request: HttpRequest, call: RunningCall): Promise<HttpAnswer> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await runLimited(this.#signing, call, () => this.#attempt(request, call));
      } catch (thrown) {
        const error = ociErrorFrom(thrown, call);
        if (call.isWrite || !error.isTransient || attempt >= this.#options.maxAttempts) throw error;
        await this.#wait(retryDelayMs(attempt, error.retryAfterSeconds, this.#options), call);
      }
    }
  }

  async #wait(ms: number, call: RunningCall): Promise<void> {
    await this.#options.delay(ms, call.signal).catch((thrown: unknown) => {
      throw networkErrorFrom(thrown, call);
    });
  }

  async #attempt(request: HttpRequest, call: RunningCall): Promise<HttpAnswer> {
    const headers = await this.#signedHeaders(request);
    return runLimited(this.#sending, call, () => this.#exchange(request, headers, call));
  }

  async #exchange(request: HttpRequest, headers: Headers, call: RunningCall): Promise<HttpAnswer> {
    const opcRequestId = headers.get("opc-request-id");
    const total = AbortSignal.timeout(this.#options.totalTimeoutMs);
    call.wasSent = true;
    try {
      const response = await httpRequest(request.uri, {
        dispatcher: this.#agent,
        method: request.method,
        headers: Object.fromEntries(headers),
        body: typeof request.body === "string" ? request.body : null,
        signal: call.signal === undefined ? total : AbortSignal.any([call.signal, total]),
      });
      return await readAnswer(response, call, opcRequestId, this.#options.maxBodyBytes);
    } catch (thrown) {
      throw networkErrorFrom(thrown, call, opcRequestId);
    }
  }

  /** Every attempt is signed anew: the signature covers the time. */
  async #signedHeaders(request: HttpRequest): Promise<Headers> {
    const headers = new Headers(request.headers);
    for (const name of ["date", "x-date", "authorization"]) headers.delete(name);
    await this.#credentials.sign({ ...request, headers });
    headers.set("accept-encoding", "gzip");
    return headers;
  }
}
