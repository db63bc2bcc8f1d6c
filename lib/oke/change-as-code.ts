import type { Cluster } from "@/lib/oke/cluster";
import type { NodePool } from "@/lib/oke/node-pool";
import { posixWord, visibleJson } from "@/lib/oke/quoting";
import type { SecurityAttribute } from "@/lib/zpr/security-attribute";
import { wireFromSecurityAttributes } from "@/lib/zpr/security-attributes";

/** The same change for other tools. Never holds a secret. */
export type ChangeAsCode = {
  /** One command of the OCI CLI, quoted for a POSIX shell. */
  readonly cli: string;
  /** The body of the API call. */
  readonly json: string;
};

/** What a change writes to, with what has to be sent along. */
export type ChangeTarget =
  | { readonly kind: "cluster-endpoint"; readonly cluster: Pick<Cluster, "id" | "endpointConfig"> }
  | { readonly kind: "node-pool-primary-vnic"; readonly nodePool: Pick<NodePool, "id"> }
  | { readonly kind: "node-pool-secondary-vnics"; readonly nodePool: Pick<NodePool, "id" | "secondaryVnics"> }
  | { readonly kind: "load-balancer" | "network-load-balancer" | "mount-target"; readonly ocid: string };

/** One update of the OCI CLI. */
export type OciWrite = {
  readonly command: string;
  readonly ocidOption: readonly [name: string, ocid: string];
  /** The members of the body. The CLI has an option for each: `primaryVnic` is `--primary-vnic`. */
  readonly body: Readonly<Record<string, unknown>>;
  readonly remark?: string;
};

const withoutNulls = (object: object) =>
  Object.fromEntries(Object.entries(object).filter(([, value]) => value !== null));

const poolCode = (nodePoolId: string, body: OciWrite["body"]): OciWrite => ({
  command: "oci ce node-pool update",
  ocidOption: ["--node-pool-id", nodePoolId],
  body,
  // Read in the CLI's own source; an empty object asks for no change.
  remark: "# This command adds an empty nodeConfigDetails to the body by itself.",
});

/** The update that writes `after` as the whole set. */
export const ociWriteOf = (target: ChangeTarget, after: readonly SecurityAttribute[]): OciWrite => {
  const securityAttributes = wireFromSecurityAttributes(after);
  switch (target.kind) {
    case "cluster-endpoint": {
      const { nsgIds, isPublicIpEnabled } = target.cluster.endpointConfig ?? { nsgIds: [], isPublicIpEnabled: null };
      return {
        command: "oci ce cluster update-endpoint-config",
        ocidOption: ["--cluster-id", target.cluster.id],
        body: withoutNulls({ nsgIds, isPublicIpEnabled, securityAttributes }),
      };
    }
    case "node-pool-primary-vnic":
      return poolCode(target.nodePool.id, { primaryVnic: { securityAttributes } });
    case "node-pool-secondary-vnics": {
      // The service replaces the whole list: every VNIC goes back with all that it has, and with the one set.
      const secondaryVnics = target.nodePool.secondaryVnics.map((vnic) => ({
        ...withoutNulls(vnic),
        createVnicDetails: { ...withoutNulls(vnic.createVnicDetails), securityAttributes },
      }));
      return poolCode(target.nodePool.id, { secondaryVnics });
    }
    case "load-balancer":
      return {
        command: "oci lb load-balancer update",
        ocidOption: ["--load-balancer-id", target.ocid],
        body: { securityAttributes },
      };
    case "network-load-balancer":
      return {
        command: "oci nlb network-load-balancer update",
        ocidOption: ["--network-load-balancer-id", target.ocid],
        body: { securityAttributes },
      };
    case "mount-target":
      return {
        command: "oci fs mount-target update",
        ocidOption: ["--mount-target-id", target.ocid],
        body: { securityAttributes },
      };
  }
};

/** The option of the CLI for a member of a body. */
export const ociOptionOf = (member: string) =>
  `--${member.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;

/** A word for a POSIX shell, bare where that is safe. */
export const shellWord = (text: string) => (/^[A-Za-z0-9_./:@-]+$/.test(text) ? text : posixWord(text));

/**
 * The write of `after` as the whole set, as a command and as the body of the API call. The command is guarded by the
 * etag that the change was checked against, and asks before it replaces anything, as the CLI does without `--force`.
 * https://docs.oracle.com/en-us/iaas/tools/oci-cli/latest/oci_cli_docs/
 */
export function changeAsCode(change: {
  readonly target: ChangeTarget;
  readonly region: string;
  readonly etag: string;
  readonly after: readonly SecurityAttribute[];
}): ChangeAsCode {
  const { command, ocidOption, body, remark } = ociWriteOf(change.target, change.after);
  const options = [
    ocidOption,
    ...Object.entries(body).map(([member, value]) => [ociOptionOf(member), visibleJson(value)] as const),
    ["--if-match", change.etag] as const,
    ["--region", change.region] as const,
  ];
  const lines = [command, ...options.map(([name, value]) => `  ${name} ${shellWord(value)}`)];
  return {
    cli: [...(remark === undefined ? [] : [remark]), lines.join(" \\\n")].join("\n"),
    json: visibleJson(body, 2),
  };
}
