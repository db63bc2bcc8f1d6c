import "server-only";
import * as v from "valibot";
import { kubernetesOptions } from "@/lib/kubernetes/connections";
import type { KubernetesCluster } from "@/lib/kubernetes/kubeconfig";
import { type KubernetesCall, KubernetesRequestError, unexpectedAnswer } from "@/lib/kubernetes/kubernetes-error";
import { parseKubernetes, sendToKubernetes } from "@/lib/kubernetes/request";
import type { OciContext } from "@/lib/oci/clients";

/** A list as far as it was read. */
export type BoundedList<T> = {
  readonly items: readonly T[];
  /** `false` where the list is longer than this console reads: absence then means nothing. */
  readonly isComplete: boolean;
};

type Listing<S extends v.GenericSchema> = {
  readonly path: string;
  readonly resource: string;
  readonly namespace?: string | null;
  readonly fieldSelector?: string;
  readonly schema: S;
};

const pageSchema = v.object({
  metadata: v.object({ continue: v.nullish(v.string(), "") }),
  items: v.nullish(v.array(v.unknown()), []),
});

/** The list moved on while it was paged through, further than the cluster remembers. */
const isExpired = (thrown: unknown): boolean => thrown instanceof KubernetesRequestError && thrown.status === 410;

/**
 * Reads a list page by page to its end, or as far as it is read at most. Begins anew once when the cluster has
 * forgotten where it was. Throws as `sendToKubernetes`.
 */
export async function readKubernetesList<S extends v.GenericSchema>(
  context: OciContext,
  cluster: KubernetesCluster,
  listing: Listing<S>,
): Promise<BoundedList<v.InferOutput<S>>> {
  const read = () => readPages(context, cluster, listing);
  return read().catch((thrown: unknown) => {
    if (isExpired(thrown)) return read();
    throw thrown;
  });
}

async function readPages<S extends v.GenericSchema>(
  context: OciContext,
  cluster: KubernetesCluster,
  { path, resource, namespace = null, fieldSelector, schema }: Listing<S>,
): Promise<BoundedList<v.InferOutput<S>>> {
  const { pageSize, maxPages } = kubernetesOptions();
  const call: KubernetesCall = { verb: "list", resource, namespace };
  const items: v.InferOutput<S>[] = [];
  const seen = new Set<string>();
  let position = "";
  for (let page = 0; page < maxPages; page += 1) {
    const query = {
      limit: String(pageSize),
      ...(fieldSelector !== undefined && { fieldSelector }),
      ...(position !== "" && { continue: position }),
    };
    const answer = await sendToKubernetes(context, cluster, { ...call, path, query });
    const parsed = parseKubernetes(pageSchema, answer, call);
    items.push(...parseKubernetes(v.array(schema), parsed.items, call));
    position = parsed.metadata.continue ?? "";
    if (position === "") return { items, isComplete: true };
    if (seen.has(position)) throw unexpectedAnswer("does not end: it continues where it was before", call);
    seen.add(position);
  }
  return { items, isComplete: false };
}
