import type { ClusterApi } from "@/emulator/kubernetes/cluster-api";
import type { ResourceType } from "@/emulator/kubernetes/resource-types";
import { StatusError } from "@/emulator/kubernetes/status";
import type { UserSeed } from "@/emulator/seed";

export type Access = {
  readonly verb: string;
  readonly type: ResourceType;
  /** Null for the whole cluster. */
  readonly namespace: string | null;
  readonly name: string | null;
};

/** Throws 403 where the tenancy's settings say that RBAC refuses. Whoever is not named there may do everything. */
export function authorize(api: ClusterApi, user: UserSeed, access: Access): void {
  const isRefused = api.tenancy.settings.kubernetesRefusals.some(
    (refusal) =>
      (refusal.user ?? user.name) === user.name &&
      (refusal.clusterId ?? api.cluster.id) === api.cluster.id &&
      (refusal.namespace === undefined || refusal.namespace === access.namespace) &&
      (refusal.verb ?? access.verb) === access.verb &&
      (refusal.resource ?? access.type.plural) === access.type.plural,
  );
  if (isRefused) throw forbidden(user, access);
}

/** In the words of https://github.com/kubernetes/apiserver/blob/master/pkg/endpoints/handlers/responsewriters/errors.go */
function forbidden(user: UserSeed, { verb, type, namespace, name }: Access): StatusError {
  const resource = type.group === "" ? type.plural : `${type.plural}.${type.group}`;
  const which = name === null ? resource : `${resource} "${name}"`;
  const where = namespace === null ? "at the cluster scope" : `in the namespace "${namespace}"`;
  const message = `${which} is forbidden: User "${user.ocid}" cannot ${verb} resource "${type.plural}" in API group "${type.group}" ${where}`;
  return new StatusError(403, "Forbidden", message, {
    ...(name !== null && { name }),
    ...(type.group !== "" && { group: type.group }),
    kind: type.plural,
  });
}
