import { randomBytes, randomUUID } from "node:crypto";
import type { ClusterApi } from "@/emulator/kubernetes/cluster-api";
import { events } from "@/emulator/kubernetes/resource-types";
import type { KubernetesObject } from "@/emulator/seed";

type Happening = {
  readonly type: "Normal" | "Warning";
  readonly reason: string;
  readonly message: string;
  /** The controller that says so. */
  readonly component: string;
};

/**
 * Writes an Event on an object, or counts one more of an Event that says the same. Events of objects without a
 * namespace are in `default`. `at` is the tenancy's time.
 */
export function recordEvent(api: ClusterApi, object: KubernetesObject, happening: Happening, at: number): void {
  const time = new Date(at).toISOString().replace(/\.\d+Z$/, "Z");
  const { type, reason, message, component } = happening;
  const same = api.objects
    .list(events)
    .find(
      (event) =>
        event["type"] === type &&
        event["reason"] === reason &&
        event["message"] === message &&
        uidOfInvolved(event) === object.metadata.uid,
    );
  if (same !== undefined) {
    const count = typeof same["count"] === "number" ? same["count"] : 1;
    api.objects.put(events, { ...same, count: count + 1, lastTimestamp: time });
    return;
  }
  const namespace = object.metadata.namespace ?? "default";
  api.objects.put(events, {
    apiVersion: "v1",
    kind: "Event",
    metadata: {
      name: `${object.metadata.name}.${randomBytes(8).toString("hex")}`,
      namespace,
      uid: randomUUID(),
      creationTimestamp: time,
    },
    involvedObject: involved(object),
    reason,
    message,
    source: { component },
    firstTimestamp: time,
    lastTimestamp: time,
    count: 1,
    type,
    eventTime: null,
    reportingComponent: component,
    reportingInstance: "",
  });
}

function involved({ apiVersion, kind, metadata }: KubernetesObject) {
  const { name, namespace, uid, resourceVersion } = metadata;
  return { kind, ...(namespace !== undefined && { namespace }), name, uid, apiVersion, resourceVersion };
}

function uidOfInvolved(event: KubernetesObject): unknown {
  const object = event["involvedObject"];
  return typeof object === "object" && object !== null && "uid" in object ? object.uid : null;
}
