import * as v from "valibot";
import { detailAnswer } from "@/app/api/inventory-answers";
import { ocidParam } from "@/lib/contract/ocid-param";
import {
  type ClusterReadiness,
  type ClusterReadinessRequest,
  clusterReadinessRequestSchema,
} from "@/lib/contract/readiness";
import { currentReadings } from "@/lib/inventory/current-readings";
import { currentNodeReadings } from "@/lib/inventory/nodes/current-node-readings";
import { clusterReadinessAnswer } from "@/lib/inventory/projections/cluster-readiness";
import { readForReadiness } from "@/lib/inventory/read-for-readiness";
import type { OciContext } from "@/lib/oci/clients";
import { handle } from "@/lib/server/handle";
import { notFound } from "@/lib/server/problem";

const params = v.object({ clusterId: ocidParam });

async function answer(
  ociContext: OciContext,
  clusterId: string,
  { group, namespace = [] }: ClusterReadinessRequest,
  isAnew: boolean,
): Promise<Response> {
  const inventory = await detailAnswer(ociContext, (candidate) =>
    candidate.clusters.some(({ id }) => id === clusterId) ? candidate : null,
  );
  const poolReading = (id: string) => currentNodeReadings().pool(ociContext.principal, id).reading;
  const question = { inventory, clusterId, namespaces: namespace, isAnew, poolReading };
  const reading = await readForReadiness(currentReadings(), ociContext, question);
  const choice = { group: group?.trim() || null, namespaces: namespace };
  const readiness = clusterReadinessAnswer(inventory, clusterId, { ...reading, choice });
  if (readiness === null) throw notFound("Authorization failed or requested resource not found.");
  return Response.json(readiness satisfies ClusterReadiness);
}

export const GET = handle(
  { params, query: clusterReadinessRequestSchema },
  ({ session, params: { clusterId }, query }) => answer(session.ociContext, clusterId, query, false),
);

/** The same, with everything beside the inventory read anew. */
export const POST = handle(
  { params, query: clusterReadinessRequestSchema },
  ({ session, params: { clusterId }, query }) => answer(session.ociContext, clusterId, query, true),
);
