import { basePathOf } from "@/emulator/kubernetes/discovery";
import { resourceTypes, type ResourceType } from "@/emulator/kubernetes/resource-types";

/** What a path of the resources asks for: a list when `name` is null, of all namespaces when `namespace` is. */
export type ResourcePath = {
  readonly type: ResourceType;
  readonly namespace: string | null;
  readonly name: string | null;
};

/** Reads `/api/v1/namespaces/web/services/shop` and its like. Null for anything else, subresources among it. */
export function resourcePathFrom(path: string): ResourcePath | null {
  for (const type of resourceTypes) {
    const found = within(type, path);
    if (found !== null) return found;
  }
  return null;
}

function within(type: ResourceType, path: string): ResourcePath | null {
  const base = `${basePathOf(type)}/`;
  if (!path.startsWith(base)) return null;
  const parts = path.slice(base.length).split("/").map(decoded);
  if (parts.includes(null)) return null;
  const [first, namespace, plural, name, ...rest] = parts;
  if (type.isNamespaced && first === "namespaces" && plural === type.plural && rest.length === 0) {
    return { type, namespace: namespace ?? null, name: name ?? null };
  }
  if (first !== type.plural || parts.length > 2) return null;
  // Objects in a namespace have no address without it.
  if (type.isNamespaced && parts.length > 1) return null;
  return { type, namespace: null, name: parts[1] ?? null };
}

function decoded(part: string): string | null {
  try {
    return decodeURIComponent(part);
  } catch {
    return null;
  }
}
