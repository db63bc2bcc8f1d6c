import "server-only";
import * as v from "valibot";
import { parseAnswer } from "@/lib/oci/answers";
import { callOci, type OciContext } from "@/lib/oci/clients";
import { displayText } from "@/lib/oci/display-text";
import { OciRequestError } from "@/lib/oci/errors";
import { encodedQuery } from "@/lib/oci/query";
import { listOf, nullable, openEnum } from "@/lib/oke/wire";
import type { WorkRequest } from "@/lib/oke/work-request";

type OneWorkRequest = {
  readonly service: WorkRequest["service"];
  readonly region: string;
  readonly workRequestId: string;
  /** Of the resource: OKE and network load balancers ask for it with the errors and logs. ZPR policies: the root. */
  readonly compartmentId: string;
};

/** A work request's texts go to a person: one line, without control and direction characters. */
const line = v.pipe(
  v.string(),
  v.transform((raw) => displayText(raw)),
);
const text = v.nullish(line, "");
const status = openEnum([
  "ACCEPTED",
  "IN_PROGRESS",
  "WAITING",
  "NEEDS_ATTENTION",
  "FAILED",
  "SUCCEEDED",
  "CANCELING",
  "CANCELED",
]);
const times = { timeAccepted: nullable(v.string()), timeFinished: nullable(v.string()) };
const note = { message: text, timestamp: nullable(v.string()) };

/** OKE's and the network load balancers' form. */
export const workRequestSchema = v.object({
  id: v.string(),
  operationType: text,
  status,
  percentComplete: nullable(v.number()),
  timeStarted: nullable(v.string()),
  ...times,
});

export const workRequestErrorSchema = v.object({ code: nullable(line), ...note });
export const workRequestLogEntrySchema = v.object(note);

/** https://docs.oracle.com/en-us/iaas/api/#/en/loadbalancer/latest/WorkRequest: one object with everything in it. */
export const loadBalancerWorkRequestSchema = v.object({
  id: v.string(),
  type: text,
  lifecycleState: status,
  message: text,
  ...times,
  errorDetails: listOf(v.object({ errorCode: nullable(line), message: text })),
});

/**
 * Reads a work request with its errors and its log. Where only those cannot be read, the log says so in their place.
 * Throws `OciRequestError`.
 */
export function getWorkRequest(context: OciContext, request: OneWorkRequest): Promise<WorkRequest> {
  switch (request.service) {
    case "containerengine":
      return getContainerEngineWorkRequest(context, request);
    case "networkloadbalancer":
      return getNetworkLoadBalancerWorkRequest(context, request);
    case "loadbalancer":
      return getLoadBalancerWorkRequest(context, request);
    case "zpr":
      return getZprPolicyWorkRequest(context, request);
  }
}

async function getContainerEngineWorkRequest(context: OciContext, request: OneWorkRequest): Promise<WorkRequest> {
  const { region, workRequestId } = request;
  const target = (operation: string) => ({ service: "containerengine", operation, region }) as const;
  const query = encodedQuery({ compartmentId: request.compartmentId });
  const [answer, errors, logs] = await Promise.all([
    callOci(context, target("getWorkRequest"), (client) => client.getWorkRequest({ workRequestId })),
    notesOf(workRequestErrorSchema, "listWorkRequestErrors", (operation) =>
      callOci(context, target(operation), (client) => client.listWorkRequestErrors({ workRequestId, ...query })),
    ),
    notesOf(workRequestLogEntrySchema, "listWorkRequestLogs", (operation) =>
      callOci(context, target(operation), (client) => client.listWorkRequestLogs({ workRequestId, ...query })),
    ),
  ]);
  return assembled("containerengine", answer.workRequest, errors, logs);
}

async function getNetworkLoadBalancerWorkRequest(context: OciContext, request: OneWorkRequest): Promise<WorkRequest> {
  const { region, workRequestId } = request;
  const target = (operation: string) => ({ service: "networkloadbalancer", operation, region }) as const;
  const query = encodedQuery({ compartmentId: request.compartmentId });
  const [answer, errors, logs] = await Promise.all([
    callOci(context, target("getWorkRequest"), (client) => client.getWorkRequest({ workRequestId })),
    notesOf(workRequestErrorSchema, "listWorkRequestErrors", async (operation) => {
      const { workRequestErrorCollection } = await callOci(context, target(operation), (client) =>
        client.listWorkRequestErrors({ workRequestId, ...query }),
      );
      return workRequestErrorCollection;
    }),
    notesOf(workRequestLogEntrySchema, "listWorkRequestLogs", async (operation) => {
      const { workRequestLogEntryCollection } = await callOci(context, target(operation), (client) =>
        client.listWorkRequestLogs({ workRequestId, ...query }),
      );
      return workRequestLogEntryCollection;
    }),
  ]);
  return assembled("networkloadbalancer", answer.workRequest, errors, logs);
}

async function getZprPolicyWorkRequest(context: OciContext, request: OneWorkRequest): Promise<WorkRequest> {
  const { region, workRequestId } = request;
  const target = (operation: string) => ({ service: "zpr", operation, region }) as const;
  const [answer, errors, logs] = await Promise.all([
    callOci(context, target("getZprPolicyWorkRequest"), (client) => client.getZprPolicyWorkRequest({ workRequestId })),
    notesOf(workRequestErrorSchema, "listZprPolicyWorkRequestErrors", async (operation) => {
      const { workRequestErrorCollection } = await callOci(context, target(operation), (client) =>
        client.listZprPolicyWorkRequestErrors({ workRequestId }),
      );
      return workRequestErrorCollection;
    }),
    notesOf(workRequestLogEntrySchema, "listZprPolicyWorkRequestLogs", async (operation) => {
      const { workRequestLogEntryCollection } = await callOci(context, target(operation), (client) =>
        client.listZprPolicyWorkRequestLogs({ workRequestId }),
      );
      return workRequestLogEntryCollection;
    }),
  ]);
  return assembled("zpr", answer.workRequest, errors, logs);
}

async function getLoadBalancerWorkRequest(context: OciContext, request: OneWorkRequest): Promise<WorkRequest> {
  const { region, workRequestId } = request;
  const target = { service: "loadbalancer", operation: "getWorkRequest", region } as const;
  const answer = await callOci(context, target, (client) => client.getWorkRequest({ workRequestId }));
  return loadBalancerWorkRequestFrom(parseAnswer(loadBalancerWorkRequestSchema, answer.workRequest, target.operation));
}

/** Takes a load balancer's work request, gives it in the words of OKE. */
export function loadBalancerWorkRequestFrom(read: v.InferOutput<typeof loadBalancerWorkRequestSchema>): WorkRequest {
  return {
    id: read.id,
    service: "loadbalancer",
    operationType: read.type,
    status: read.lifecycleState,
    percentComplete: null,
    timeAccepted: read.timeAccepted,
    timeStarted: null,
    timeFinished: read.timeFinished,
    errors: read.errorDetails.map(({ errorCode, message }) => ({ code: errorCode, message, timestamp: null })),
    logs: read.message === "" ? [] : [{ message: read.message, timestamp: null }],
  };
}

type Notes<T> = { readonly notes: readonly T[]; readonly gap: string | null };

/** Errors and logs are short and come on one page as a rule; they explain the work request and must not hide it. */
async function notesOf<Schema extends v.GenericSchema>(
  schema: Schema,
  operation: string,
  read: (operation: string) => Promise<{ readonly items?: unknown }>,
): Promise<Notes<v.InferOutput<Schema>>> {
  try {
    const { items } = await read(operation);
    return { notes: parseAnswer(v.array(schema), items, operation), gap: null };
  } catch (error) {
    if (!(error instanceof OciRequestError) || error.code === "Aborted") throw error;
    return { notes: [], gap: `${operation} could not be read: ${error.message}` };
  }
}

function assembled(
  service: WorkRequest["service"],
  answer: unknown,
  errors: Notes<v.InferOutput<typeof workRequestErrorSchema>>,
  logs: Notes<v.InferOutput<typeof workRequestLogEntrySchema>>,
): WorkRequest {
  const gaps = [errors.gap, logs.gap].filter((gap) => gap !== null);
  return {
    ...parseAnswer(workRequestSchema, answer, "getWorkRequest"),
    service,
    errors: errors.notes,
    logs: [...logs.notes, ...gaps.map((message) => ({ message, timestamp: null }))],
  };
}
