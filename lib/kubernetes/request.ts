import "server-only";
import { type Dispatcher, request as httpRequest } from "undici";
import * as v from "valibot";
import { parseJson } from "@/lib/json";
import { connectionTo, dropConnection, kubernetesOptions, type Connection } from "@/lib/kubernetes/connections";
import type { KubernetesCluster } from "@/lib/kubernetes/kubeconfig";
import {
  type KubernetesCall,
  KubernetesRequestError,
  networkFailure,
  refusedAnswer,
  unexpectedAnswer,
} from "@/lib/kubernetes/kubernetes-error";
import type { OciContext } from "@/lib/oci/clients";

/** One request to the Kubernetes API. */
export type KubernetesRequest = KubernetesCall & {
  /** From the root, with every name in it encoded. */
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  /** Sent as a JSON merge patch. */
  readonly patch?: unknown;
};

/** After these nothing of the connection is trusted to hold any longer. */
const endingConnection: readonly string[] = ["unreachable", "timed-out", "tls", "unauthorized"];

async function readBody({ statusCode, body }: Dispatcher.ResponseData, call: KubernetesCall): Promise<string> {
  const { maxBodyBytes } = kubernetesOptions();
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of body as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > maxBodyBytes) {
      body.destroy();
      throw unexpectedAnswer("is bigger than is accepted", call, statusCode);
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}

const jsonFrom = (text: string): unknown => {
  try {
    return parseJson(text);
  } catch {
    return undefined;
  }
};

/** https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/status/ */
const statusSchema = v.object({ kind: v.literal("Status"), message: v.string() });

async function answerFrom(response: Dispatcher.ResponseData, call: KubernetesCall): Promise<unknown> {
  const { statusCode } = response;
  const isSuccess = statusCode >= 200 && statusCode < 300;
  // A refusal stands even if its explanation is lost.
  const text = await readBody(response, call).catch((thrown: unknown) => {
    if (isSuccess) throw thrown;
    return "";
  });
  const body = jsonFrom(text);
  if (!isSuccess) {
    const status = v.safeParse(statusSchema, body);
    throw refusedAnswer(statusCode, status.success ? status.output.message : null, call);
  }
  if (body === undefined) throw unexpectedAnswer("is not complete JSON", call, statusCode);
  return body;
}

async function send({ server, agent, token }: Connection, request: KubernetesRequest): Promise<unknown> {
  const { path, query, patch, signal } = request;
  const total = AbortSignal.timeout(kubernetesOptions().totalTimeoutMs);
  const search = query === undefined ? "" : `?${new URLSearchParams(query).toString()}`;
  const headers = { accept: "application/json", authorization: `Bearer ${await token()}` };
  try {
    const response = await httpRequest(`${server}${path}${search}`, {
      dispatcher: agent,
      method: patch === undefined ? "GET" : "PATCH",
      headers: patch === undefined ? headers : { ...headers, "content-type": "application/merge-patch+json" },
      body: patch === undefined ? null : JSON.stringify(patch),
      signal: signal === undefined ? total : AbortSignal.any([signal, total]),
    });
    return await answerFrom(response, request);
  } catch (thrown) {
    throw networkFailure(thrown, request, new URL(server).host);
  }
}

/**
 * Sends one request, once, and gives the JSON of the answer. Redirects are not followed. Throws
 * `KubernetesRequestError`, or `OciRequestError` when OKE does not say where the cluster answers.
 */
export async function sendToKubernetes(
  context: OciContext,
  cluster: KubernetesCluster,
  request: KubernetesRequest,
): Promise<unknown> {
  const connection = await connectionTo(context, cluster);
  try {
    return await send(connection, { ...request, signal: context.signal });
  } catch (thrown) {
    if (thrown instanceof KubernetesRequestError && endingConnection.includes(thrown.code)) {
      dropConnection(context, cluster);
    }
    throw thrown;
  }
}

/** Takes an answer and a schema, gives the parsed value. Throws `unexpected-answer`, naming only the place. */
export function parseKubernetes<S extends v.GenericSchema>(
  schema: S,
  answer: unknown,
  call: KubernetesCall,
): v.InferOutput<S> {
  const result = v.safeParse(schema, answer);
  if (result.success) return result.output;
  throw unexpectedAnswer(`does not have the documented form at ${v.getDotPath(result.issues[0]) ?? "its root"}`, call);
}
