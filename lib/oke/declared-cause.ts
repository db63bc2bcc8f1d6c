import type { ManifestObject } from "@/lib/oke/declared-setting";
import type { DeclaredStanding } from "@/lib/oke/declared-standing";

const controllers: Record<ManifestObject["kind"], string> = {
  Service: "The cloud controller manager",
  IngressClass: "The native ingress controller",
  StorageClass: "The CSI volume plugin",
};

const resourceWord = ({ kind }: ManifestObject): string => (kind === "StorageClass" ? "mount target" : "load balancer");

/** Why it is so, as far as anybody can tell, and what to do. */
export type CauseAndCure = { readonly cause: string; readonly cure: string };

const directlyEdited: Record<ManifestObject["kind"], CauseAndCure> = {
  Service: {
    cause:
      "The cloud controller manager reports no failure, so the load balancer was most likely changed in OCI, past the Service.",
    cure: "Put the set that you want into the annotation. The direct change is likely to stay until the Service is changed or the controller is started again; then the annotation is applied.",
  },
  IngressClass: {
    cause:
      "The native ingress controller reports no failure, so the load balancer was most likely changed in OCI, past the IngressClass.",
    cure: "Put the set that you want into the annotation. The controller looks at the load balancer every minute and is likely to undo the direct change.",
  },
  StorageClass: {
    cause: "The mount target was most likely changed in OCI after the CSI volume plugin had made it.",
    cure: "Nothing puts the declared set back. For volumes made from now on, declare the set that you want in a new StorageClass.",
  },
};

function notAppliedWords(standing: Extract<DeclaredStanding, { state: "declared-not-applied" }>): CauseAndCure {
  const controller = controllers[standing.object.kind];
  switch (standing.cause) {
    case "controller-failed":
      return {
        cause: `${controller} tried to apply what is declared and failed; the load balancer was left as it was.`,
        cure: "Put right what the event says. The controller tries again by itself, within five minutes.",
      };
    case "not-through":
      return {
        cause: `${controller} has not reported that it is through with the manifest as it stands now.`,
        cure: "Check again in a minute. If it stays so, look whether the controller runs.",
      };
    case "made-before":
      return {
        cause: "A StorageClass sets what mount targets are made with, and this one was made before the class.",
        cure: "Nothing applies it later. It reaches the volumes that are made from now on.",
      };
    case "existing-mount-target":
      return {
        cause:
          "The StorageClass names an existing mount target (mountTargetOcid), and then its securityAttributes have no effect.",
        cure: "Set the attributes on the mount target itself, or let a new StorageClass make one with mountTargetSubnetOcid.",
      };
  }
}

/** The likely cause of a standing and its cure; `null` where there is nothing to explain. */
export function causeAndCure(standing: DeclaredStanding): CauseAndCure | null {
  switch (standing.state) {
    case "in-step":
      return null;
    case "declared-not-applied":
      return notAppliedWords(standing);
    case "stored-differs":
      if (standing.cause === "edited-directly") return directlyEdited[standing.object.kind];
      return {
        cause: `The ${standing.object.kind} declares no security attributes, and the ${resourceWord(standing.object)} carries some: they were set in OCI, or stayed when they were taken out of the manifest.`,
        cure:
          standing.object.kind === "StorageClass"
            ? "Nothing takes them away. For volumes made from now on, declare the set that you want in a new StorageClass."
            : "Declare the set that you want in the annotation. What the controller does without one is not documented.",
      };
    case "declared-unreadable":
      return standing.reason === "not-readable"
        ? {
            cause: standing.problem.message,
            cure: "A set may be declared all the same. Look with kubectl from where the cluster can be reached, or declare the whole set that you want as below.",
          }
        : {
            cause: `What the ${standing.object.kind} declares is not a set of security attributes. ${controllers[standing.object.kind]} cannot apply it and leaves the ${resourceWord(standing.object)} as it was.`,
            cure: "Put the value right at the place that is named.",
          };
    case "no-manifest-found":
      return {
        cause: standing.evidence,
        cure: "The object may have been deleted, or may be in another cluster. Look for it before you remove anything.",
      };
  }
}
