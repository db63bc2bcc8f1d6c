import type { ResourceType } from "@/emulator/kubernetes/resource-types";
import { badRequest } from "@/emulator/kubernetes/status";
import type { KubernetesObject } from "@/emulator/seed";

type Test = (object: KubernetesObject) => boolean;

/** Fields besides name and namespace that the API lets one select by. */
const selectableFields: { readonly [plural: string]: readonly string[] } = {
  events: [
    "involvedObject.kind",
    "involvedObject.namespace",
    "involvedObject.name",
    "involvedObject.uid",
    "involvedObject.apiVersion",
    "involvedObject.resourceVersion",
    "involvedObject.fieldPath",
    "reason",
    "reportingComponent",
    "source",
    "type",
  ],
  nodes: ["spec.unschedulable"],
  services: ["spec.clusterIP", "spec.type"],
};

/** A test for `fieldSelector`; everything passes when it is empty. Throws 400 for a field that cannot be selected by. */
export function fieldSelector(type: ResourceType, text: string): Test {
  const known = ["metadata.name", "metadata.namespace", ...(selectableFields[type.plural] ?? [])];
  const tests = parts(text).map((part): Test => {
    const [, field = "", operator, value = ""] = /^([^=!]+)(==|=|!=)(.*)$/s.exec(part) ?? [];
    if (operator === undefined) throw badRequest(`unable to parse field selector: ${part}`);
    if (!known.includes(field)) throw badRequest(`field label not supported: ${field}`);
    return (object) => (fieldOf(object, field) === value) === (operator !== "!=");
  });
  return (object) => tests.every((test) => test(object));
}

/** A test for `labelSelector`: equality, existence and sets. Throws 400 for anything else. */
export function labelSelector(text: string): Test {
  const tests = text
    .split(/,(?![^()]*\))/)
    .filter((part) => part.trim() !== "")
    .map((part) => labelTest(part.trim()));
  return ({ metadata }) => tests.every((test) => test(new Map(Object.entries(metadata.labels ?? {}))));
}

type Labels = ReadonlyMap<string, string>;

function labelTest(part: string): (labels: Labels) => boolean {
  const [, key = "", operator, value = ""] = /^([\w./-]+)\s*(==|=|!=)\s*([\w.-]*)$/.exec(part) ?? [];
  if (operator !== undefined) return (labels) => (labels.get(key) === value) === (operator !== "!=");
  const [, setKey = "", setOperator, list = ""] = /^([\w./-]+)\s+(in|notin)\s+\(([^()]*)\)$/.exec(part) ?? [];
  if (setOperator !== undefined) {
    const values = list.split(",").map((one) => one.trim());
    return (labels) => values.includes(labels.get(setKey) ?? "\u0000") === (setOperator === "in");
  }
  const [, not, existing] = /^(!?)\s*([\w./-]+)$/.exec(part) ?? [];
  if (existing === undefined) throw badRequest(`unable to parse requirement: ${part}`);
  return (labels) => labels.has(existing) === (not === "");
}

function parts(text: string): readonly string[] {
  return text.split(",").filter((part) => part !== "");
}

function fieldOf(object: KubernetesObject, path: string): string {
  if (path === "source") return fieldOf(object, "source.component");
  const value = path.split(".").reduce<unknown>((inner, name) => memberOf(inner, name), object);
  return typeof value === "string" ? value : typeof value === "boolean" ? String(value) : "";
}

function memberOf(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null ? new Map(Object.entries(value)).get(name) : undefined;
}
