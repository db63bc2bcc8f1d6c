import type { Call } from "@/emulator/core/call";
import { invalidParameter, notAuthorizedOrNotFound } from "@/emulator/core/errors";
import type { SecurityAttribute as Definition, SecurityAttributeNamespace } from "@/emulator/core/tenancy";
import type { SecurityAttribute } from "@/lib/zpr/security-attribute";
import { securityAttributesFromWire } from "@/lib/zpr/security-attributes";

/** `{namespace: {key: {value, mode, …}}}` as the wire has it. */
export type SecurityAttributesMap = { [namespace: string]: { [key: string]: unknown } };

const maxValueLength = 255;

/**
 * What the services check before they take a resource's new security attributes; the whole map is written at once.
 * What stood there before may stay when it is retired or no longer an allowed value, but not when it was deleted.
 *
 * Gives the map to store, or `undefined` for "leave as it is" (omitted or null). Throws 400 InvalidParameter with the
 * service's reason, or 404 when a namespace of an added, changed or removed entry may not be used.
 */
export function checkedSecurityAttributes(
  call: Call,
  before: unknown,
  after: unknown,
  cap: number,
): SecurityAttributesMap | undefined {
  if (after === undefined || after === null) return undefined;
  if (!isSecurityAttributesMap(after))
    throw invalidParameter("securityAttributes must be a map of namespaces to maps of attributes");
  if (Object.keys(after).length > 0 && !isZprEnabled(call))
    throw invalidParameter("security attributes is not enabled");
  const present = securityAttributesFromWire(before);
  const wanted = securityAttributesFromWire(after);
  for (const entry of wanted) checkForm(entry, present);

  const isSame = (entry: SecurityAttribute) => present.some((other) => isEqual(entry, other));
  const changed = wanted.filter((entry) => !isSame(entry));
  const removed = present.filter((entry) => !wanted.some((other) => isNamedAlike(entry, other)));
  for (const entry of [...changed, ...removed]) checkPermission(call, entry);
  for (const entry of wanted) checkDefinition(call, entry, isSame(entry));
  if (wanted.length > cap && wanted.length > present.length) {
    throw invalidParameter(
      `The number of security attributes (${wanted.length}) exceeds the maximum of ${cap} for this resource.`,
    );
  }
  return after;
}

/** The map without one attribute, or the same map when it is not there. */
export function withoutAttribute(map: unknown, namespace: string, key: string): unknown {
  if (!isSecurityAttributesMap(map)) return map;
  // Object.fromEntries and not assignment: a namespace may be called __proto__.
  const rest = Object.entries(map).map(
    ([name, keys]) =>
      [
        name,
        isAlike(name, namespace)
          ? Object.fromEntries(Object.entries(keys).filter(([one]) => !isAlike(one, key)))
          : keys,
      ] as const,
  );
  return Object.fromEntries(rest.filter(([, keys]) => Object.keys(keys).length > 0));
}

/** The definition that an entry names, ignoring case; one that is deleted only when there is no other. */
export function definitionOf(
  call: Call,
  entry: { readonly namespace: string; readonly key: string },
): FoundDefinition | null {
  const namespaces = call.tenancy.namespaces.list().filter(({ name }) => isAlike(name, entry.namespace));
  const found = namespaces.flatMap((namespace) =>
    call.tenancy.securityAttributes
      .list()
      .filter(
        (attribute) => attribute.securityAttributeNamespaceId === namespace.id && isAlike(attribute.name, entry.key),
      )
      .map((attribute) => ({ namespace, attribute })),
  );
  return found.find(({ attribute }) => attribute.lifecycleState !== "DELETED") ?? found[0] ?? null;
}

type FoundDefinition = { readonly namespace: SecurityAttributeNamespace; readonly attribute: Definition };

function checkForm(entry: SecurityAttribute, present: readonly SecurityAttribute[]): void {
  if (entry.unreadable !== null)
    throw invalidParameter("Security Attribute value is missing a required key (Optional[value])");
  if (entry.mode === null)
    throw invalidParameter("Security Attribute value is missing a required key (Optional[mode])");
  if (entry.value.length > maxValueLength)
    throw invalidParameter(`A security attribute value may have ${maxValueLength} characters at most.`);
  const isNew = !present.some((other) => isEqual(entry, other));
  if (isNew && entry.mode !== "enforce") {
    throw invalidParameter("Failed to validate tags: zpr tag value must be 'enforce' mode");
  }
}

function checkPermission(call: Call, entry: SecurityAttribute): void {
  const { hiddenNamespaceIds, unusableNamespaceIds } = call.user;
  const refused = [...hiddenNamespaceIds, ...unusableNamespaceIds];
  const isRefused = call.tenancy.namespaces
    .list()
    .some(({ id, name }) => refused.includes(id) && isAlike(name, entry.namespace));
  if (isRefused) throw notAuthorizedOrNotFound();
}

function checkDefinition(call: Call, entry: SecurityAttribute, wasThere: boolean): void {
  const found = definitionOf(call, entry);
  const states = [found?.namespace.lifecycleState, found?.attribute.lifecycleState];
  const isGone = found === null || states.includes("DELETED") || states.includes("DELETING");
  const isRetired =
    states.includes("INACTIVE") || found?.namespace.isRetired === true || found?.attribute.isRetired === true;
  if (isGone || (isRetired && !wasThere)) throw invalidParameter("Invalid tags");
  const allowed = allowedValues(found.attribute);
  if (allowed !== null && !wasThere && !allowed.includes(entry.value)) {
    throw invalidParameter(
      `Invalid tags: the value of ${entry.namespace}.${entry.key} is not in the list of allowed values`,
    );
  }
}

function isZprEnabled(call: Call): boolean {
  return call.tenancy.zprConfigurations.list().some(({ zprStatus }) => zprStatus === "ENABLED");
}

function allowedValues(attribute: Definition): readonly string[] | null {
  const { validator } = attribute;
  if (validator === null || validator === undefined || !("values" in validator)) return null;
  return validator.validatorType === "ENUM" ? (validator.values ?? null) : null;
}

function isSecurityAttributesMap(value: unknown): value is SecurityAttributesMap {
  return isMap(value) && Object.values(value).every(isMap);
}

function isMap(value: unknown): value is { [name: string]: unknown } {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

const isAlike = (a: string, b: string) => a.toLowerCase() === b.toLowerCase();

const isNamedAlike = (a: SecurityAttribute, b: SecurityAttribute) =>
  isAlike(a.namespace, b.namespace) && isAlike(a.key, b.key);

const isEqual = (a: SecurityAttribute, b: SecurityAttribute) =>
  isNamedAlike(a, b) && a.value === b.value && a.mode === b.mode;
