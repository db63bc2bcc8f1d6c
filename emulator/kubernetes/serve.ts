import type { IncomingMessage, ServerResponse } from "node:http";
import { setTimeout as wait } from "node:timers/promises";
import type { FaultEffect } from "@/emulator/core/faults";
import type { Registry } from "@/emulator/core/registry";
import { answerRequest, operationOf, type ApiAnswer } from "@/emulator/kubernetes/api";
import { verifyBearerToken } from "@/emulator/kubernetes/bearer-token";
import { clusterApi, type ClusterApi } from "@/emulator/kubernetes/cluster-api";
import { refusal, spoilt, withheld } from "@/emulator/kubernetes/fault-answers";
import { StatusError, unauthorized } from "@/emulator/kubernetes/status";
import type { KubernetesAccess, UserSeed } from "@/emulator/seed";
import { parseJson } from "@/lib/json";

type Exchange = { readonly incoming: IncomingMessage; readonly outgoing: ServerResponse; readonly id: string };

type Asked = {
  readonly method: string;
  /** Without the cluster's prefix. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly body: Uint8Array;
};

/** Finds the cluster that a request is for, authenticates, and answers, with the faults that strike. */
export async function serveKubernetes(registry: Registry, realNow: () => number, exchange: Exchange): Promise<void> {
  const { incoming, outgoing } = exchange;
  const [, tenancyId = "", clusterId = "", path = "/", search = ""] =
    /^\/([^/?]+)\/([^/?]+)(\/[^?]*)?(?:\?(.*))?$/s.exec(incoming.url ?? "") ?? [];
  const tenancy = registry.tenancy(tenancyId);
  tenancy?.clock.settle();
  const api = tenancy === null ? null : clusterApi(tenancy, clusterId);
  if (api === null) return withholdAnswer(incoming, "reset");
  const access = accessOf(api);
  if (access !== "open") return withholdAnswer(incoming, access);

  const asked: Asked = {
    method: incoming.method ?? "GET",
    path,
    query: new URLSearchParams(search),
    body: await bodyOf(incoming),
  };
  const entrance = authenticate(registry, api, incoming.headers.authorization, realNow);
  const operation = operationOf(asked.method, path);
  const faults = "reason" in entrance ? [] : strike(api, asked, operation);
  const answer =
    "reason" in entrance ? refusal(unauthorized()) : await carriedOut(api, asked, entrance.user, faults, incoming);
  const kind = withheld(faults);
  api.tenancy.requests.add({
    time: new Date(realNow()).toISOString(),
    method: asked.method,
    target: incoming.url ?? "",
    service: "kubernetes",
    operation,
    region: api.region.regionName,
    user: "reason" in entrance ? null : entrance.user.name,
    status: kind === null ? answer.status : null,
    requestBody: bodyForLog(asked.body),
    opcRequestId: exchange.id,
    note: "reason" in entrance ? entrance.reason : noteOf(faults),
  });
  if (kind !== null) return withholdAnswer(incoming, kind);
  outgoing.writeHead(answer.status, { "content-type": answer.contentType }).end(answer.body);
}

function noteOf(faults: readonly FaultEffect[]): string | null {
  return faults.length === 0 ? null : `fault: ${faults.map(({ kind }) => kind).join(", ")}`;
}

/** A cluster that is not there yet, or no longer, has no API. */
function accessOf({ tenancy, cluster }: ClusterApi): KubernetesAccess {
  if (cluster.lifecycleState !== "ACTIVE" && cluster.lifecycleState !== "UPDATING") return "reset";
  return tenancy.settings.kubernetesAccess.findLast(({ clusterId }) => clusterId === cluster.id)?.access ?? "open";
}

function authenticate(
  registry: Registry,
  api: ClusterApi,
  authorization: string | undefined,
  realNow: () => number,
): { readonly user: UserSeed } | { readonly reason: string } {
  const verdict = verifyBearerToken(authorization, {
    regionName: api.region.regionName,
    clusterId: api.cluster.id,
    publicKeyOf: (keyId) => registry.credential(keyId)?.publicKey ?? null,
    now: realNow(),
  });
  if (!verdict.isValid) return { reason: verdict.reason };
  const credential = registry.credential(verdict.keyId);
  if (credential?.tenancyId !== api.tenancy.id) return { reason: "a key of another tenancy" };
  // IAM comes first: whoever may not see the cluster does not get as far as RBAC.
  const isHidden = credential.user.hiddenCompartmentIds.includes(api.cluster.compartmentId ?? "");
  return isHidden ? { reason: "the cluster is hidden from this user" } : { user: credential.user };
}

function strike(api: ClusterApi, { method }: Asked, operation: string | null): readonly FaultEffect[] {
  return api.tenancy.faults.strike({
    service: "kubernetes",
    operation: operation ?? "",
    region: api.region.regionName,
    isRead: method === "GET",
    compartmentIds: [api.cluster.compartmentId ?? ""],
  });
}

async function carriedOut(
  api: ClusterApi,
  asked: Asked,
  user: UserSeed,
  faults: readonly FaultEffect[],
  incoming: IncomingMessage,
): Promise<ApiAnswer> {
  const delay = faults.reduce((sum, fault) => sum + (fault.kind === "latency" ? fault.ms : 0), 0);
  if (delay > 0) await wait(delay);
  const isStruckBefore = faults.some((fault) => "when" in fault && fault.when === "before");
  const [contentType = ""] = (incoming.headers["content-type"] ?? "").split(";");
  const request = { ...asked, contentType: contentType.trim(), user, faults };
  return faults.reduce(spoilt, isStruckBefore ? refusal(unauthorized()) : attempt(api, request));
}

function attempt(api: ClusterApi, request: Parameters<typeof answerRequest>[1]): ApiAnswer {
  try {
    return answerRequest(api, request);
  } catch (error) {
    if (error instanceof StatusError) return refusal(error);
    throw error;
  }
}

/** Ends the connection, or waits for the client to do so. */
async function withholdAnswer({ socket }: IncomingMessage, kind: "hang" | "reset"): Promise<void> {
  if (kind === "reset") socket.destroy();
  else await new Promise<void>((resolve) => void socket.once("close", () => resolve()));
}

async function bodyOf(incoming: IncomingMessage): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}

function bodyForLog(body: Uint8Array): unknown {
  try {
    return body.byteLength === 0 ? null : parseJson(Buffer.from(body).toString("utf8"));
  } catch {
    return null;
  }
}
