import { randomUUID } from "node:crypto";
import { isDeepStrictEqual } from "node:util";
import { getObject, type ClusterApi } from "@/emulator/kubernetes/cluster-api";
import { withManager } from "@/emulator/kubernetes/managed-fields";
import { isObject, mergePatch } from "@/emulator/kubernetes/merge-patch";
import { apiVersionOf, storageClasses, type ResourceType } from "@/emulator/kubernetes/resource-types";
import {
  alreadyExists,
  badRequest,
  invalid,
  modified,
  objectNotFound,
  unsupportedMediaType,
} from "@/emulator/kubernetes/status";
import type { KubernetesObject } from "@/emulator/seed";

export type Place = { readonly type: ResourceType; readonly namespace: string | null; readonly name: string };

export type WriteRequest = {
  readonly contentType: string;
  readonly body: unknown;
  readonly query: URLSearchParams;
  /** The write reports success and changes nothing. */
  readonly isWithoutEffect: boolean;
};

export type Written = {
  readonly object: KubernetesObject;
  /** False for a dry run, and where nothing was different. */
  readonly isStored: boolean;
};

const annotationsLimit = 256 * 1024;
const patchTypes = ["application/merge-patch+json", "application/strategic-merge-patch+json"];
const immutableInStorageClass = ["parameters", "provisioner", "reclaimPolicy", "volumeBindingMode"] as const;

/**
 * Merges a patch into an object. Strategic merge patches are read as merge patches, which is the same for annotations.
 * Throws 404, 409 for another `resourceVersion` than the present one, 415, or 422.
 */
export function patchObject(api: ClusterApi, place: Place, request: WriteRequest): Written {
  if (!patchTypes.includes(request.contentType)) throw unsupportedMediaType(patchTypes);
  const isDryRun = dryRunFrom(place, request.query);
  const before = getObject(api, place.type, place.namespace, place.name);
  if (before === null) throw objectNotFound(named(place));
  if (!isObject(request.body)) throw badRequest("the patch is not a JSON object");
  const merged = objectFrom(mergePatch(before, request.body));
  checkVersion(place, request.body, before);
  checkIdentity(place, merged, before);
  checkAnnotations(place, merged);
  checkStorageClass(place, merged, before);
  const after = { ...merged, metadata: { ...merged.metadata, creationTimestamp: before.metadata.creationTimestamp } };
  if (isDeepStrictEqual(after, before)) return { object: before, isStored: false };
  if (isDryRun || request.isWithoutEffect) return { object: after, isStored: false };
  const manager = request.query.get("fieldManager") ?? "unknown";
  const written = withManager(after, before, { manager, now: api.tenancy.clock.now() });
  return { object: api.objects.put(place.type, written), isStored: true };
}

/** Creates an object of the whole cluster. Throws 400, 409 when there is one of that name, or 422. */
export function createObject(
  api: ClusterApi,
  type: ResourceType,
  request: WriteRequest & { readonly now: number },
): Written {
  if (!isObject(request.body) || !isObject(request.body["metadata"])) throw badRequest("the body is not an object");
  const { body } = request;
  const metadata = request.body["metadata"];
  const created = objectFrom({
    ...body,
    metadata: {
      ...metadata,
      uid: randomUUID(),
      creationTimestamp: new Date(request.now).toISOString().replace(/\.\d+Z$/, "Z"),
    },
    ...(type === storageClasses && storageClassDefaults(body)),
  });
  const place = { type, namespace: null, name: created.metadata.name };
  const isDryRun = dryRunFrom(place, request.query);
  if (created.kind !== type.kind || created.apiVersion !== apiVersionOf(type)) {
    throw badRequest(`${created.apiVersion} ${created.kind} does not match the requested ${type.plural}`);
  }
  if (!/^[a-z0-9]([-a-z0-9.]*[a-z0-9])?$/.test(place.name) || place.name.length > 253) {
    throw invalid(
      type.kind,
      named(place),
      "metadata.name",
      "Invalid value: a lowercase RFC 1123 subdomain is required",
    );
  }
  checkAnnotations(place, created);
  if (type === storageClasses && (typeof body["provisioner"] !== "string" || body["provisioner"] === "")) {
    throw invalid(type.kind, named(place), "provisioner", "Required value");
  }
  if (getObject(api, type, null, place.name) !== null) throw alreadyExists(named(place));
  if (isDryRun || request.isWithoutEffect) return { object: created, isStored: false };
  return { object: api.objects.put(type, created), isStored: true };
}

function storageClassDefaults(body: { readonly [name: string]: unknown }) {
  return {
    reclaimPolicy: body["reclaimPolicy"] ?? "Delete",
    volumeBindingMode: body["volumeBindingMode"] ?? "Immediate",
  };
}

function named({ type, name }: Pick<Place, "type" | "name">) {
  return { plural: type.plural, group: type.group, name };
}

function dryRunFrom(place: Place, query: URLSearchParams): boolean {
  const values = query.getAll("dryRun");
  const unknown = values.find((value) => value !== "All");
  if (unknown !== undefined) {
    const message = `Unsupported value: "${unknown}": supported values: "All"`;
    throw invalid(`${place.type.kind}Options`, named(place), "dryRun", message);
  }
  return values.length > 0;
}

/** Not by a schema: those leave out members called `constructor`. */
function objectFrom(value: unknown): KubernetesObject {
  if (!isKubernetesObject(value)) throw badRequest("unable to decode the object");
  for (const member of ["annotations", "labels"]) {
    const map = value.metadata[member];
    const isMap = map === undefined || (isObject(map) && Object.values(map).every((one) => typeof one === "string"));
    if (!isMap) throw badRequest(`unable to decode metadata.${member}: every value must be a string`);
  }
  return value;
}

function isKubernetesObject(value: unknown): value is KubernetesObject {
  if (!isObject(value) || !isObject(value["metadata"])) return false;
  const { name, uid, creationTimestamp } = value["metadata"];
  return [value["apiVersion"], value["kind"], name, uid, creationTimestamp].every((text) => typeof text === "string");
}

function checkVersion(place: Place, patch: { readonly [name: string]: unknown }, before: KubernetesObject): void {
  const metadata = patch["metadata"];
  const wanted = isObject(metadata) ? metadata["resourceVersion"] : undefined;
  if (wanted === undefined || wanted === null || wanted === "") return;
  if (wanted !== before.metadata.resourceVersion) throw modified(named(place));
}

function checkIdentity(place: Place, after: KubernetesObject, before: KubernetesObject): void {
  if (after.metadata.name !== before.metadata.name) {
    throw badRequest(
      `the name of the object (${after.metadata.name}) does not match the name on the URL (${place.name})`,
    );
  }
  const isSame =
    after.kind === before.kind &&
    after.apiVersion === before.apiVersion &&
    after.metadata.namespace === before.metadata.namespace;
  if (!isSame) throw badRequest("kind, apiVersion and metadata.namespace cannot be changed");
  if (after.metadata.uid !== before.metadata.uid) {
    throw invalid(place.type.kind, named(place), "metadata.uid", "Invalid value: field is immutable");
  }
}

function checkAnnotations(place: Place, { metadata }: KubernetesObject): void {
  const entries = Object.entries(metadata.annotations ?? {});
  for (const [name] of entries) {
    if (!/^([a-z0-9]([-a-z0-9.]*[a-z0-9])?\/)?[A-Za-z0-9]([-\w.]{0,61}[A-Za-z0-9])?$/.test(name)) {
      throw invalid(place.type.kind, named(place), "metadata.annotations", `Invalid value: "${name}"`);
    }
  }
  const size = entries.reduce((sum, [name, value]) => sum + Buffer.byteLength(name) + Buffer.byteLength(value), 0);
  if (size > annotationsLimit) {
    const message = `Too long: may not be more than ${annotationsLimit} bytes`;
    throw invalid(place.type.kind, named(place), "metadata.annotations", message);
  }
}

function checkStorageClass(place: Place, after: KubernetesObject, before: KubernetesObject): void {
  if (place.type !== storageClasses) return;
  const changed = immutableInStorageClass.find((name) => !isDeepStrictEqual(after[name], before[name]));
  if (changed === undefined) return;
  throw invalid(place.type.kind, named(place), changed, `Forbidden: updates to ${changed} are forbidden.`);
}
