import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { assessSecurityAttributes, catalogIndexFrom, verdictOf } from "@/lib/zpr/attribute-verdict";
import type { SecurityAttribute } from "@/lib/zpr/security-attribute";
import type {
  SecurityAttributeCatalog,
  SecurityAttributeDefinition,
  SecurityAttributeNamespace,
} from "@/lib/zpr/security-attribute-namespace";
import { catalog as anyCatalog, catalogAttribute } from "@/lib/zpr/test-arbitraries";
import { isStale, verdictCounts, worstVerdict } from "@/lib/zpr/verdict-state";

const definition = (name: string, more: Partial<SecurityAttributeDefinition> = {}): SecurityAttributeDefinition => ({
  id: `ocid1.securityattribute.oc1..${name}`,
  name,
  description: "",
  isRetired: false,
  lifecycleState: "ACTIVE",
  allowedValues: null,
  timeCreated: null,
  ...more,
});

const namespace = (
  name: string,
  definitions: readonly SecurityAttributeDefinition[],
  more: Partial<SecurityAttributeNamespace> = {},
): SecurityAttributeNamespace => ({
  id: `ocid1.securityattributenamespace.oc1..${name}`,
  compartmentId: "ocid1.tenancy.oc1..a",
  name,
  description: "",
  isRetired: false,
  lifecycleState: "ACTIVE",
  mode: ["enforce"],
  timeCreated: null,
  definitions,
  isDefinitionListComplete: true,
  ...more,
});

const catalogOf = (
  namespaces: readonly SecurityAttributeNamespace[],
  isNamespaceListComplete = true,
): SecurityAttributeCatalog => ({ namespaces, isNamespaceListComplete, gaps: [] });

const finTier: SecurityAttribute = {
  namespace: "fin",
  key: "tier",
  value: "db",
  mode: "enforce",
  otherMembers: [],
  unreadable: null,
};

const verdict = (catalog: SecurityAttributeCatalog, attribute = finTier) =>
  verdictOf(attribute, catalogIndexFrom(catalog));

const partlyRead = { isDefinitionListComplete: false };

describe("an attribute on a resource", () => {
  it.each<[string, string, SecurityAttributeCatalog]>([
    [
      "is ok when its definition is active and takes any value",
      "ok",
      catalogOf([namespace("fin", [definition("tier")])]),
    ],
    [
      "is ok when its value is on the list",
      "ok",
      catalogOf([namespace("fin", [definition("tier", { allowedValues: ["web", "db"] })])]),
    ],
    ["is ok whatever the case of the names", "ok", catalogOf([namespace("FIN", [definition("Tier")])])],
    [
      "has a value that is not allowed when the list lacks it",
      "value-not-allowed",
      catalogOf([namespace("fin", [definition("tier", { allowedValues: ["web"] })])]),
    ],
    [
      "has a value that is not allowed when only the case differs",
      "value-not-allowed",
      catalogOf([namespace("fin", [definition("tier", { allowedValues: ["DB"] })])]),
    ],
    [
      "is unknown when the allowed values were not read",
      "unknown",
      catalogOf([namespace("fin", [definition("tier", { allowedValues: "unread" })])]),
    ],
    [
      "is retired when its key is",
      "retired",
      catalogOf([namespace("fin", [definition("tier", { lifecycleState: "INACTIVE" })])]),
    ],
    [
      "is retired when its key only says so in isRetired",
      "retired",
      catalogOf([namespace("fin", [definition("tier", { isRetired: true })])]),
    ],
    [
      "is retired when its namespace is",
      "retired",
      catalogOf([namespace("fin", [definition("tier")], { isRetired: true })]),
    ],
    [
      "is retired rather than of a value that is not allowed",
      "retired",
      catalogOf([namespace("fin", [definition("tier", { isRetired: true, allowedValues: [] })])]),
    ],
    [
      "is being deleted when its key is, which is retired by then",
      "deleting",
      catalogOf([namespace("fin", [definition("tier", { lifecycleState: "DELETING", isRetired: true })])]),
    ],
    [
      "is being deleted when its namespace is",
      "deleting",
      catalogOf([namespace("fin", [definition("tier")], { lifecycleState: "DELETING" })]),
    ],
    [
      "is being deleted with a namespace whose keys could not be read",
      "deleting",
      catalogOf([namespace("fin", [], { ...partlyRead, lifecycleState: "DELETING" })]),
    ],
    ["is deleted when its namespace has no such key", "deleted", catalogOf([namespace("fin", [definition("owner")])])],
    [
      "is deleted when its key is DELETED",
      "deleted",
      catalogOf([namespace("fin", [definition("tier", { lifecycleState: "DELETED" })])]),
    ],
    [
      "is deleted when its namespace is DELETED",
      "deleted",
      catalogOf([namespace("fin", [definition("tier")], { lifecycleState: "DELETED" })]),
    ],
    [
      "is ok when a deleted key was made again",
      "ok",
      catalogOf([namespace("fin", [definition("tier", { lifecycleState: "DELETED" }), definition("Tier")])]),
    ],
    [
      "is ok when a deleted namespace was made again",
      "ok",
      catalogOf([namespace("fin", [definition("tier")]), namespace("fin", [], { lifecycleState: "DELETED" })]),
    ],
    [
      "is unknown when the keys were not read to their end",
      "unknown",
      catalogOf([namespace("fin", [definition("owner")], partlyRead)]),
    ],
    [
      "is unknown when the namespaces were not read to their end",
      "unknown",
      catalogOf([namespace("fin", [definition("owner")])], false),
    ],
    [
      "is unknown when its namespace is not among those seen, since IAM hides namespaces from lists",
      "unknown",
      catalogOf([namespace("net", [])]),
    ],
    ["is unknown when nothing could be read", "unknown", catalogOf([], false)],
    [
      "is unknown when its key has a state that we do not know",
      "unknown",
      catalogOf([namespace("fin", [definition("tier", { lifecycleState: "UNKNOWN_VALUE" })])]),
    ],
    [
      "is ok on a list that was not read to its end, if it was found",
      "ok",
      catalogOf([namespace("fin", [definition("tier")], partlyRead)], false),
    ],
  ])("%s", (_, state, catalog) => {
    expect(verdict(catalog).state).toBe(state);
    expect(verdict(catalog).reason).toMatch(/^\S.*\.$/);
  });

  it("is unknown when the entry cannot be read, whatever its definition", () => {
    expect(verdict(catalogOf([namespace("fin", [definition("tier")])]), { ...finTier, unreadable: "5" }).state).toBe(
      "unknown",
    );
  });

  it("says of a hidden namespace that it is deleted or hidden, and of an unread list that it was not read", () => {
    expect(verdict(catalogOf([])).reason).toMatch(/deleted, or it is hidden/);
    expect(verdict(catalogOf([], false)).reason).toMatch(/could not be read/);
  });

  it("is found under names that are special to JavaScript", () => {
    const catalog = catalogOf([namespace("__proto__", [definition("constructor")])]);
    expect(verdict(catalog, { ...finTier, namespace: "__proto__", key: "constructor" }).state).toBe("ok");
    expect(verdict(catalogOf([]), { ...finTier, namespace: "constructor", key: "name" }).state).toBe("unknown");
  });
});

describe("a verdict", () => {
  const isComplete = (catalog: SecurityAttributeCatalog, { namespace: name }: SecurityAttribute) =>
    catalog.isNamespaceListComplete &&
    catalog.namespaces.some((item) => item.name.toLowerCase() === name.toLowerCase() && item.isDefinitionListComplete);

  it("is never deleted on an incomplete catalog", () => {
    fc.assert(
      fc.property(anyCatalog, catalogAttribute, (catalog, attribute) => {
        fc.pre(!isComplete(catalog, attribute));
        expect(verdict(catalog, attribute).state).not.toBe("deleted");
      }),
    );
  });

  it("is never deleted where a living definition was read", () => {
    fc.assert(
      fc.property(anyCatalog, catalogAttribute, (catalog, attribute) => {
        const living = namespace(attribute.namespace, [definition(attribute.key)]);
        const withLiving = { ...catalog, namespaces: [living, ...catalog.namespaces] };
        expect(verdict(withLiving, attribute).state).toBe("ok");
      }),
    );
  });

  it("does not change when an unrelated definition or namespace appears", () => {
    fc.assert(
      fc.property(anyCatalog, catalogAttribute, fc.nat(), (catalog, attribute, seed) => {
        const before = verdict(catalog, attribute);
        const otherNamespace = {
          ...catalog,
          namespaces: [...catalog.namespaces, namespace("unrelated", [definition(attribute.key)])],
        };
        expect(verdict(otherNamespace, attribute)).toEqual(before);
        const position = catalog.namespaces.length === 0 ? 0 : seed % catalog.namespaces.length;
        const otherKey = {
          ...catalog,
          namespaces: catalog.namespaces.map((item, index) =>
            index === position ? { ...item, definitions: [...item.definitions, definition("unrelated")] } : item,
          ),
        };
        expect(verdict(otherKey, attribute)).toEqual(before);
      }),
    );
  });

  it("stays with its attribute, which is otherwise unchanged", () => {
    const catalog = catalogOf([namespace("fin", [definition("tier")])]);
    expect(assessSecurityAttributes([finTier], catalog)).toEqual([{ ...finTier, verdict: verdict(catalog) }]);
  });
});

describe("the sum of verdicts", () => {
  const assessed = (...states: Parameters<typeof isStale>[0][]) =>
    states.map((state) => ({ ...finTier, verdict: { state, reason: "." } }));

  it("counts each state", () => {
    expect(verdictCounts(assessed("ok", "deleted", "ok"))).toEqual({
      ok: 2,
      retired: 0,
      deleting: 0,
      deleted: 1,
      "value-not-allowed": 0,
      unknown: 0,
    });
  });

  it("shows the worst, and unknown above ok", () => {
    expect(worstVerdict(["ok", "unknown", "ok"])).toBe("unknown");
    expect(worstVerdict(["unknown", "retired", "deleted", "ok"])).toBe("deleted");
    expect(worstVerdict([])).toBeNull();
  });

  it("calls stale what wants cleaning up, never what could not be looked up", () => {
    const states = ["ok", "retired", "deleting", "deleted", "value-not-allowed", "unknown"] as const;
    expect(states.filter(isStale)).toEqual(["retired", "deleting", "deleted", "value-not-allowed"]);
  });
});
