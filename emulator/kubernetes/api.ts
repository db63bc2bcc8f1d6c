import type { FaultEffect } from "@/emulator/core/faults";
import { authorize } from "@/emulator/kubernetes/authorization";
import { getObject, type ClusterApi } from "@/emulator/kubernetes/cluster-api";
import { onStored } from "@/emulator/kubernetes/controllers/controllers";
import { discoveryAnswer } from "@/emulator/kubernetes/discovery";
import { listAnswer } from "@/emulator/kubernetes/listing";
import { openApiDocument } from "@/emulator/kubernetes/openapi";
import type { ResourceType, Verb } from "@/emulator/kubernetes/resource-types";
import { resourcePathFrom, type ResourcePath } from "@/emulator/kubernetes/routes";
import { badRequest, methodNotAllowed, objectNotFound, pathNotFound } from "@/emulator/kubernetes/status";
import { createObject, patchObject, type WriteRequest, type Written } from "@/emulator/kubernetes/writes";
import type { UserSeed } from "@/emulator/seed";
import { parseJson } from "@/lib/json";

/** A request whose sender is known. */
export type ApiRequest = {
  readonly method: string;
  /** Without the cluster's prefix and without the query. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly contentType: string;
  readonly body: Uint8Array;
  readonly user: UserSeed;
  readonly faults: readonly FaultEffect[];
};

export type ApiAnswer = {
  readonly status: number;
  readonly contentType: string;
  readonly body: string | Buffer;
};

const discoveryPath = /^\/(version|api(\/v1)?|apis(\/[^/]+){0,2}|openapi\/.*|healthz|livez|readyz)$/;
const protobuf = "application/com.github.proto-openapi.spec.v2.v1.0+protobuf";

/**
 * What one calls a request in the log and in faults: `list services`, `patch ingressclasses`, and `discovery` for what
 * clients ask before. Null for what the emulator does not have.
 */
export function operationOf(method: string, path: string): string | null {
  const resource = resourcePathFrom(path);
  if (resource === null) return discoveryPath.test(path) ? "discovery" : null;
  return `${verbOf(method, resource)} ${resource.type.plural}`;
}

/** Answers a request to one cluster's API. Throws StatusError for every refusal. */
export function answerRequest(api: ClusterApi, request: ApiRequest): ApiAnswer {
  const { method, query } = request;
  const path = request.path.replace(/(?<=.)\/$/, "");
  const resource = resourcePathFrom(path);
  if (resource === null) return answerDiscovery(api, method, path);
  const verb = verbOf(method, resource);
  const { type, namespace, name } = resource;
  authorize(api, request.user, { verb, ...resource });
  if (!isServed(type, verb)) throw methodNotAllowed();
  switch (verb) {
    case "list":
      if (query.get("watch") === "true" || query.get("watch") === "1") throw badRequest("watch is not supported here");
      return json(200, listAnswer(api, { type, namespace, query, faults: request.faults }));
    case "get": {
      const object = getObject(api, type, namespace, name ?? "");
      if (object === null) throw objectNotFound({ plural: type.plural, group: type.group, name: name ?? "" });
      return json(200, object);
    }
    case "patch":
      return stored(api, type, 200, patchObject(api, { type, namespace, name: name ?? "" }, writeOf(request)));
    case "create":
      return stored(api, type, 201, createObject(api, type, { ...writeOf(request), now: api.tenancy.clock.now() }));
    default:
      return verb satisfies never;
  }
}

function answerDiscovery(api: ClusterApi, method: string, path: string): ApiAnswer {
  if (method !== "GET") throw methodNotAllowed();
  if (path === "/openapi/v2") return { status: 200, contentType: protobuf, body: openApiDocument() };
  if (/^\/(healthz|livez|readyz)$/.test(path)) return { status: 200, contentType: "text/plain", body: "ok" };
  const body = discoveryAnswer(path, api.cluster);
  if (body === null) throw pathNotFound();
  return json(200, body);
}

function stored(api: ClusterApi, type: ResourceType, status: number, written: Written): ApiAnswer {
  if (written.isStored) onStored(api, type, written.object);
  return json(status, written.object);
}

function writeOf({ contentType, body, query, faults }: ApiRequest): WriteRequest {
  return {
    contentType,
    body: jsonOf(body),
    query,
    isWithoutEffect: faults.some(({ kind }) => kind === "without-effect"),
  };
}

function jsonOf(body: Uint8Array): unknown {
  try {
    return parseJson(Buffer.from(body).toString("utf8"));
  } catch (error) {
    throw badRequest(`the body is not JSON: ${error instanceof Error ? error.message : ""}`);
  }
}

function json(status: number, body: object): ApiAnswer {
  return { status, contentType: "application/json", body: JSON.stringify(body) };
}

function verbOf(method: string, { name }: ResourcePath): string {
  if (method === "GET" || method === "HEAD") return name === null ? "list" : "get";
  if (method === "POST") return "create";
  if (method === "PUT") return "update";
  return method.toLowerCase();
}

function isServed(type: ResourceType, verb: string): verb is Verb {
  return type.verbs.some((one) => one === verb);
}
