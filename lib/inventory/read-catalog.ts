import "server-only";
import type { Ledger } from "@/lib/inventory/ledger";
import type { DefinitionSummary, NamespaceSummary } from "@/lib/inventory/scope-result";
import type { OciContext } from "@/lib/oci/clients";
import {
  getSecurityAttribute,
  listSecurityAttributeNamespaces,
  listSecurityAttributes,
} from "@/lib/oci/security-attributes";

const service = "securityattribute";

/** Reads every namespace of the tenancy, its keys, and what values each key allows. */
export async function readCatalog(context: OciContext, ledger: Ledger, region: string): Promise<void> {
  const scope = { operation: "listSecurityAttributeNamespaces", region, compartmentId: null, target: null };
  const { objects } = await ledger.read(service, scope, async () => ({
    namespaces: await listSecurityAttributeNamespaces(context, { region }),
  }));
  await Promise.all((objects.namespaces ?? []).map((namespace) => readDefinitions(context, ledger, region, namespace)));
}

async function readDefinitions(
  context: OciContext,
  ledger: Ledger,
  region: string,
  namespace: NamespaceSummary,
): Promise<void> {
  const scope = { operation: "listSecurityAttributes", region, compartmentId: null, target: namespace.id };
  const { objects } = await ledger.read(service, scope, async () => ({
    definitions: {
      namespaceId: namespace.id,
      summaries: await listSecurityAttributes(context, { region, securityAttributeNamespaceId: namespace.id }),
    },
  }));
  const summaries = (objects.definitions?.summaries ?? []).filter(({ lifecycleState }) => lifecycleState !== "DELETED");
  await Promise.all(summaries.map((summary) => readAllowedValues(context, ledger, region, namespace, summary)));
}

/** The list of keys does not tell their validators; only the read of each does. */
async function readAllowedValues(
  context: OciContext,
  ledger: Ledger,
  region: string,
  namespace: NamespaceSummary,
  { name }: DefinitionSummary,
): Promise<void> {
  const target = `${namespace.name}.${name}`;
  const scope = { operation: "getSecurityAttribute", region, compartmentId: null, target };
  await ledger.read(service, scope, async () => {
    const definition = await getSecurityAttribute(context, {
      region,
      securityAttributeNamespaceId: namespace.id,
      securityAttributeName: name,
    });
    return { allowedValues: { namespaceId: namespace.id, name, values: definition.allowedValues } };
  });
}
