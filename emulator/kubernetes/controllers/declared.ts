import type { KubernetesObject } from "@/emulator/seed";
import { parseJson } from "@/lib/json";
import { securityAttributesFromWire } from "@/lib/zpr/security-attributes";

/** What an object wants its load balancer to carry. */
export type Declared =
  | { readonly kind: "nothing" }
  | { readonly kind: "map"; readonly map: object }
  | { readonly kind: "malformed"; readonly reason: string };

/** Reads the annotation of a Service or an IngressClass. */
export function declaredIn({ metadata }: KubernetesObject, annotation: string): Declared {
  const text = new Map(Object.entries(metadata.annotations ?? {})).get(annotation);
  return text === undefined ? { kind: "nothing" } : declaredFrom(text, annotation);
}

/** Reads the JSON text of an annotation or a parameter; `name` is what it stands under. */
export function declaredFrom(text: string, name: string): Declared {
  try {
    const map = parseJson(text);
    if (typeof map === "object" && map !== null && !Array.isArray(map)) return { kind: "map", map };
    return { kind: "malformed", reason: `${name} is not a JSON object` };
  } catch (error) {
    const reason = error instanceof Error ? error.message : "not JSON";
    return { kind: "malformed", reason: `failed to parse ${name}: ${reason}` };
  }
}

/** Whether two maps have the same values and modes; other members do not count. */
export function isSameDeclaration(one: unknown, other: unknown): boolean {
  return comparable(one) === comparable(other);
}

function comparable(map: unknown): string {
  return securityAttributesFromWire(map)
    .map(({ namespace, key, value, mode }) => JSON.stringify([namespace.toLowerCase(), key.toLowerCase(), value, mode]))
    .toSorted()
    .join();
}
