import type { Target } from "@/lib/contract/found";
import { routes } from "@/lib/routes";

/** The page of a thing that was found. */
export function targetHref(target: Target): string {
  switch (target.type) {
    case "cluster":
      return routes.cluster(target.id, target.tab);
    case "node-pool":
      return routes.nodePool(target.id, target.tab);
    case "resource":
      return routes.resource(target.id);
    case "security-attribute":
      return routes.securityAttribute(target.namespace, target.key);
    case "security-attribute-namespace":
      return routes.securityAttributes({ namespace: target.namespace });
    case "zpr-policy":
      return routes.zprPolicy(target.id);
    case "compartment":
      return routes.resources({ protected: "any", compartmentId: target.id });
    case "tenancy":
      return routes.overview();
  }
}
