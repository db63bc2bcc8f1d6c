import type * as securityattribute from "oci-securityattribute";
import { momentOf, ocidOf } from "@/emulator/seeds/builders/ocid";
import { createdBy } from "@/emulator/seeds/builders/tags";
import type { Wire } from "@/emulator/wire";

type State = "ACTIVE" | "INACTIVE" | "DELETING" | "DELETED";
type Namespace = Wire<securityattribute.models.SecurityAttributeNamespace>;
type Attribute = Wire<securityattribute.models.SecurityAttribute>;

export type KeyFacts = {
  readonly name: string;
  readonly description: string;
  /** The values of an ENUM validator; without it any text is allowed. */
  readonly values?: readonly string[];
  readonly state?: State;
};

export type NamespaceFacts = {
  readonly name: string;
  readonly description: string;
  readonly compartmentId: string;
  readonly state?: State;
  readonly mode?: readonly string[];
  readonly keys: readonly KeyFacts[];
};

export const namespaceOcid = (tenancyName: string, name: string): string =>
  ocidOf("securityattributenamespace", `${tenancyName}/${name}`);

const namespaceOf = (tenancyName: string, facts: NamespaceFacts): Namespace => {
  const timeCreated = momentOf(`namespace ${facts.name}`);
  const state = facts.state ?? "ACTIVE";
  return {
    id: namespaceOcid(tenancyName, facts.name),
    compartmentId: facts.compartmentId,
    name: facts.name,
    description: facts.description,
    freeformTags: {},
    definedTags: createdBy(`default/security@${tenancyName}.example`, timeCreated),
    systemTags: {},
    // Only what was retired can be deleted.
    isRetired: state !== "ACTIVE",
    mode: [...(facts.mode ?? ["enforce", "audit"])],
    lifecycleState: state,
    timeCreated,
  };
};

const attributeOf = (namespace: Namespace, key: KeyFacts): Attribute => {
  // Whatever happens to a namespace happens to its keys.
  const state = key.state ?? namespace.lifecycleState ?? "ACTIVE";
  return {
    compartmentId: namespace.compartmentId,
    securityAttributeNamespaceId: namespace.id,
    securityAttributeNamespaceName: namespace.name,
    id: ocidOf("securityattribute", `${namespace.id}/${key.name}`),
    name: key.name,
    description: key.description,
    type: "string",
    isRetired: state !== "ACTIVE",
    lifecycleState: state,
    timeCreated: momentOf(`key ${namespace.name}.${key.name}`),
    validator: key.values === undefined ? null : { validatorType: "ENUM", values: [...key.values] },
  };
};

/** Namespaces and their keys from one list that says both. */
export function definitionsOf(tenancyName: string, facts: readonly NamespaceFacts[]) {
  const made = facts.map((one) => {
    const namespace = namespaceOf(tenancyName, one);
    return { namespace, attributes: one.keys.map((key) => attributeOf(namespace, key)) };
  });
  return {
    securityAttributeNamespaces: made.map(({ namespace }) => namespace),
    securityAttributes: made.flatMap(({ attributes }) => attributes),
  };
}
