import type * as identity from "oci-identity";
import type { UserSeed } from "@/emulator/seed";
import { momentOf, ocidOf } from "@/emulator/seeds/builders/ocid";
import { createdBy } from "@/emulator/seeds/builders/tags";
import type { Wire } from "@/emulator/wire";

export const tenancyOcid = (tenancyName: string): string => ocidOf("tenancy", tenancyName);

export const tenancyOf = (name: string, description: string): Wire<identity.models.Tenancy> => ({
  id: tenancyOcid(name),
  name,
  description,
  homeRegionKey: "IAD",
  upiIdcsCompatibilityLayerEndpoint: null,
  freeformTags: {},
  definedTags: {},
});

/** A user who may do everything, except what is said otherwise. */
export const userOf = (
  tenancyName: string,
  name: string,
  limits: Partial<Omit<UserSeed, "name" | "ocid">> = {},
): UserSeed => ({
  name,
  ocid: ocidOf("user", `${tenancyName}/${name}`),
  hiddenCompartmentIds: [],
  hiddenNamespaceIds: [],
  unusableNamespaceIds: [],
  refusedOperations: [],
  kubernetesRefusals: [],
  ...limits,
});

type CompartmentFacts = {
  readonly description: string;
  /** The last part of the path when not said. */
  readonly name?: string;
  readonly lifecycleState?: "ACTIVE" | "DELETED";
};

/** The compartments of a tenancy, named by path (`payments/production`); `idOf("")` is the root compartment. */
export function compartmentsOf<const Paths extends { readonly [path: string]: CompartmentFacts }>(
  tenancyName: string,
  paths: Paths,
) {
  const idOf = (path: (keyof Paths & string) | ""): string => idOfPath(path);
  const idOfPath = (path: string): string =>
    path === "" ? tenancyOcid(tenancyName) : ocidOf("compartment", `${tenancyName}/${path}`);
  const list = Object.entries(paths).map(([path, facts]): Wire<identity.models.Compartment> => {
    const timeCreated = momentOf(`compartment ${path}`);
    return {
      id: idOfPath(path),
      compartmentId: idOfPath(path.split("/").slice(0, -1).join("/")),
      name: facts.name ?? path.split("/").at(-1) ?? path,
      description: facts.description,
      timeCreated,
      lifecycleState: facts.lifecycleState ?? "ACTIVE",
      inactiveStatus: null,
      isAccessible: null,
      freeformTags: {},
      definedTags: createdBy(`default/admin@${tenancyName}.example`, timeCreated),
    };
  });
  return { list, idOf };
}
