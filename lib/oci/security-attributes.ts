import "server-only";
import * as v from "valibot";
import { ocidOf, parseAnswer, readList } from "@/lib/oci/answers";
import { callOci, type OciContext } from "@/lib/oci/clients";
import { encodedQuery } from "@/lib/oci/query";
import { listOf, nullable, openEnum } from "@/lib/oke/wire";
import type { SecurityAttributeDefinition, SecurityAttributeNamespace } from "@/lib/zpr/security-attribute-namespace";

/** A namespace as the list gives it: without its keys. */
export type ListedNamespace = Omit<SecurityAttributeNamespace, "definitions" | "isDefinitionListComplete">;

const service = "securityattribute";
const lifecycleState = openEnum(["ACTIVE", "INACTIVE", "DELETING", "DELETED"]);
const text = v.nullish(v.string(), "");

/** https://docs.oracle.com/en-us/iaas/api/#/en/security-attribute/latest/SecurityAttributeNamespaceSummary */
export const securityAttributeNamespaceSchema = v.object({
  id: v.string(),
  compartmentId: v.string(),
  name: v.string(),
  description: text,
  isRetired: v.nullish(v.boolean(), false),
  lifecycleState,
  mode: listOf(v.string()),
  timeCreated: nullable(v.string()),
});

const definitionEntries = {
  id: v.string(),
  name: v.string(),
  description: text,
  isRetired: v.nullish(v.boolean(), false),
  lifecycleState,
  timeCreated: nullable(v.string()),
};

/** The list does not say which values are allowed: https://docs.oracle.com/en-us/iaas/api/#/en/security-attribute/latest/SecurityAttributeSummary */
export const listedSecurityAttributeSchema = v.pipe(
  v.object(definitionEntries),
  v.transform((attribute): SecurityAttributeDefinition => ({ ...attribute, allowedValues: "unread" })),
);

/** https://docs.oracle.com/en-us/iaas/api/#/en/security-attribute/latest/SecurityAttribute */
export const securityAttributeSchema = v.pipe(
  v.object({
    ...definitionEntries,
    validator: nullable(v.object({ validatorType: nullable(v.string()), values: v.nullish(v.array(v.string())) })),
  }),
  v.transform(({ validator, ...attribute }): SecurityAttributeDefinition => ({
    ...attribute,
    allowedValues: allowedValuesOf(validator),
  })),
);

type Validator = { readonly validatorType: string | null; readonly values?: readonly string[] | null | undefined };

/** No validator, or one of type DEFAULT, allows any text; a type that we do not know allows we do not know what. */
function allowedValuesOf(validator: Validator | null): SecurityAttributeDefinition["allowedValues"] {
  if (validator === null || validator.validatorType === "DEFAULT") return null;
  return validator.validatorType === "ENUM" ? (validator.values ?? []) : "unread";
}

/**
 * Reads the namespaces of the whole tenancy, in every life-cycle state. IAM leaves out without a word those that the
 * principal may not inspect. Throws `OciRequestError`.
 */
export function listSecurityAttributeNamespaces(
  context: OciContext,
  { region }: { readonly region: string },
): Promise<readonly ListedNamespace[]> {
  const query = encodedQuery({ compartmentId: context.principal.tenancyId, compartmentIdInSubtree: true });
  return readList(
    context,
    {
      service,
      operation: "listSecurityAttributeNamespaces",
      region,
      schema: securityAttributeNamespaceSchema,
      keyOf: ocidOf,
    },
    (client, page) => client.listSecurityAttributeNamespaces({ ...query, ...page }),
  );
}

/** Reads the keys of one namespace, their allowed values not included. Throws `OciRequestError`. */
export function listSecurityAttributes(
  context: OciContext,
  { region, securityAttributeNamespaceId }: { readonly region: string; readonly securityAttributeNamespaceId: string },
): Promise<readonly SecurityAttributeDefinition[]> {
  return readList(
    context,
    { service, operation: "listSecurityAttributes", region, schema: listedSecurityAttributeSchema, keyOf: ocidOf },
    (client, page) => client.listSecurityAttributes({ securityAttributeNamespaceId, ...page }),
  );
}

/** Reads one key with its allowed values. Throws `OciRequestError`. */
export async function getSecurityAttribute(
  context: OciContext,
  {
    region,
    securityAttributeNamespaceId,
    securityAttributeName,
  }: {
    readonly region: string;
    readonly securityAttributeNamespaceId: string;
    readonly securityAttributeName: string;
  },
): Promise<SecurityAttributeDefinition> {
  const target = { service, operation: "getSecurityAttribute", region } as const;
  const { securityAttribute } = await callOci(context, target, (client) =>
    client.getSecurityAttribute({ securityAttributeNamespaceId, securityAttributeName }),
  );
  return parseAnswer(securityAttributeSchema, securityAttribute, target.operation);
}
