import { ociCommand } from "@/lib/oke/oci-command";
import { iamNeedsOf, namespacesCarried } from "@/lib/oke/readiness/iam-needs";
import { type RequiredIamStatement, requiredIamStatements, standingOf } from "@/lib/oke/readiness/iam-statements";
import { found, type ReadinessFinding, type RemedySnippet } from "@/lib/oke/readiness/readiness-check";
import type { ReadinessInput } from "@/lib/oke/readiness/readiness-input";

type Code = RequiredIamStatement["code"];

const readAtOf = ({ iamPolicies, tenancyId }: ReadinessInput): string | null => {
  const reading = iamPolicies(tenancyId);
  return reading.state === "not-asked" ? null : reading.readAt;
};

const isNotAsked = ({ iamPolicies, tenancyId }: ReadinessInput) => iamPolicies(tenancyId).state === "not-asked";

const notChecked: ReadinessFinding = {
  state: "unknown",
  evidence: "The IAM policies have not been read yet.",
  readAt: null,
  remedy: null,
  isNotChecked: true,
};

const snippetsFor = (input: ReadinessInput, name: string, statements: readonly string[]): readonly RemedySnippet[] => [
  { title: "Statements", text: statements.join("\n") },
  {
    title: "An IAM policy with them, in the home region",
    text: ociCommand("iam policy create", {
      "compartment-id": input.tenancyId,
      name,
      description: "<description>",
      statements: { json: statements },
    }),
  },
];

function findingFrom(input: ReadinessInput, codes: readonly Code[], policyName: string): ReadinessFinding {
  if (isNotAsked(input)) return notChecked;
  const required = requiredIamStatements(iamNeedsOf(input)).filter(({ code }) => codes.includes(code));
  const absent = required.filter(({ state }) => state === "absent");
  const unknown = required.filter(({ state }) => state === "unknown");
  const wanted = [...absent, ...unknown];
  const evidence = [...new Set((wanted.length > 0 ? wanted : required).map((each) => each.evidence))].join(" ");
  const readAt = readAtOf(input);
  if (wanted.length === 0) return found("pass", evidence, readAt);
  return found(absent.length > 0 ? "fail" : "unknown", evidence, readAt, {
    text: "Have somebody who writes IAM policies add what is missing; this console never does. A policy takes some minutes to take effect.",
    snippets: snippetsFor(
      input,
      policyName,
      wanted.map(({ statement }) => statement),
    ),
  });
}

const nameFor = ({ cluster }: ReadinessInput, what: string) => {
  const name = (cluster.name ?? "cluster").replaceAll(/[^\w.-]/g, "-");
  return `${name}-${what}`.slice(0, 100);
};

/** The person's own group: the one that was named, or those that Identity says the person is in. */
export const iamUserCheck = (input: ReadinessInput): ReadinessFinding =>
  findingFrom(input, ["user-use", "user-inspect"], nameFor(input, "zpr-users"));

export const iamClusterCheck = (input: ReadinessInput): ReadinessFinding =>
  findingFrom(input, ["cluster-use"], nameFor(input, "zpr-cluster"));

export function iamNodePoolsCheck(input: ReadinessInput): ReadinessFinding {
  if (input.nodePools.length === 0 && input.areNodePoolsComplete) {
    return found("does-not-apply", "The cluster has no managed node pool.", input.times.nodePools);
  }
  return findingFrom(input, ["node-pool-manage"], nameFor(input, "zpr-node-pools"));
}

const madeByControllers = ["service-annotation", "ingress-class-annotation", "storage-class-parameter"];

/**
 * The controllers act as the cluster, by Oracle's example with a right in the whole tenancy; what they are granted for
 * the namespaces in use is enough. The native ingress controller may have been given a principal of its own.
 */
export function iamControllersCheck(input: ReadinessInput): ReadinessFinding {
  const { cluster, surfaces, nodePools, areNodePoolsComplete, tenancyId, times, compartments, iamPolicies } = input;
  const services = surfaces.filter(({ owner }) => madeByControllers.includes(owner.type));
  if (services.length === 0 && nodePools.length === 0 && areNodePoolsComplete) {
    return found("does-not-apply", "Nothing of this cluster was made by a controller.", times.cluster);
  }
  if (isNotAsked(input)) return notChecked;
  const used = namespacesCarried(
    input,
    surfaces.filter(({ kind }) => kind !== "cluster-endpoint" && kind !== "node-pool-primary-vnic"),
  );
  const targets = used.length > 0 ? used : [{ name: null, id: null, compartmentId: tenancyId }];
  const principal = { type: "cluster", id: cluster.id, compartmentId: cluster.compartmentId } as const;
  const standing = standingOf({ compartments, policies: iamPolicies }, principal, "use", targets);
  const hasIngress = services.some(({ owner }) => owner.type === "ingress-class-annotation");
  const note = hasIngress
    ? " The native ingress controller may run as another principal, whose policy is not looked for here."
    : "";
  const evidence = `${standing.evidence}${note}`;
  if (standing.state === "present") return found("pass", evidence, readAtOf(input));
  const statement =
    "Allow any-user to use security-attribute-namespace in tenancy where request.principal.type = 'cluster'";
  return found(standing.state === "absent" ? "fail" : "unknown", evidence, readAtOf(input), {
    text: "Oracle's example grants it in the whole tenancy; a compartment that holds the namespaces is enough.",
    snippets: snippetsFor(input, nameFor(input, "zpr-controllers"), [statement]),
  });
}
