import { isObject } from "@/emulator/kubernetes/merge-patch";
import type { KubernetesObject } from "@/emulator/seed";

/**
 * Notes on an object that is about to be stored who wrote which annotations, and when; nothing else of an object has a
 * manager here. `now` is the tenancy's time, ms since 1970.
 * https://kubernetes.io/docs/reference/using-api/server-side-apply/#managed-fields
 */
export function withManager(
  after: KubernetesObject,
  before: KubernetesObject,
  { manager, now }: { readonly manager: string; readonly now: number },
): KubernetesObject {
  const old = annotationsOf(before);
  const written = [...annotationsOf(after)].filter(([name, value]) => old.get(name) !== value).map(([name]) => name);
  if (written.length === 0) return after;
  const entries = [after.metadata["managedFields"] ?? []].flat().filter(isObject);
  const isOwn = (entry: { readonly [member: string]: unknown }) => entry["manager"] === manager;
  const names = new Set([...entries.filter(isOwn).flatMap(namesOf), ...written]);
  const entry = {
    manager,
    operation: "Update",
    apiVersion: after.apiVersion,
    time: new Date(now).toISOString().replace(/\.\d+Z$/, "Z"),
    fieldsType: "FieldsV1",
    fieldsV1: { "f:metadata": { "f:annotations": Object.fromEntries([...names].map((name) => [`f:${name}`, {}])) } },
  };
  return {
    ...after,
    metadata: { ...after.metadata, managedFields: [...entries.filter((one) => !isOwn(one)), entry] },
  };
}

const annotationsOf = ({ metadata }: KubernetesObject): ReadonlyMap<string, string> =>
  new Map(Object.entries(metadata.annotations ?? {}));

function namesOf(entry: { readonly [member: string]: unknown }): readonly string[] {
  const annotations = ["fieldsV1", "f:metadata", "f:annotations"].reduce<unknown>(
    (value, name) => (isObject(value) ? value[name] : undefined),
    entry,
  );
  return isObject(annotations) ? Object.keys(annotations).map((name) => name.replace(/^f:/, "")) : [];
}
