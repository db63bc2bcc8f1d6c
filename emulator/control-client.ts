import * as v from "valibot";
import {
  activeFaultsSchema,
  addedFaultSchema,
  clockSchema,
  createdTenancySchema,
  createdVolumeSchema,
  loggedRequestsSchema,
  operationListSchema,
  type ClockRequest,
  type CreateServiceRequest,
  type CreateTenancyRequest,
  type CreateVolumeRequest,
  type DirectEditRequest,
  type SettingsRequest,
} from "@/emulator/control-contract";
import type { FaultInput } from "@/emulator/core/faults";

export type TenancyOptions = Omit<CreateTenancyRequest, "seed">;
export type LoggedRequests = v.InferOutput<typeof loggedRequestsSchema>;
export type CreatedTenancy = v.InferOutput<typeof createdTenancySchema>;

/** One emulated tenancy as a test sees it: how to sign in, and how to make it misbehave. */
export type EmulatedTenancy = CreatedTenancy & {
  readonly clock: () => Promise<v.InferOutput<typeof clockSchema>>;
  readonly setClock: (change: ClockRequest) => Promise<v.InferOutput<typeof clockSchema>>;
  /** Stops the clock if it runs, and moves it: every work request whose time has come is done. */
  readonly advance: (ms: number) => Promise<void>;
  readonly setSettings: (change: SettingsRequest) => Promise<void>;
  /** Claims a volume of a StorageClass, as a pod would; gives what the CSI driver made. */
  readonly createVolume: (request: CreateVolumeRequest) => Promise<v.InferOutput<typeof createdVolumeSchema>>;
  /** Puts a Service of type LoadBalancer into a cluster, for which nobody makes a load balancer. */
  readonly createService: (request: CreateServiceRequest) => Promise<void>;
  /** Sets the attributes of a load balancer as somebody does who knows of no manifest. */
  readonly editDirectly: (request: DirectEditRequest) => Promise<void>;
  /** Gives the fault's id. */
  readonly addFault: (fault: FaultInput) => Promise<string>;
  readonly faults: () => Promise<v.InferOutput<typeof activeFaultsSchema>>;
  /** All faults, or the one with this id. */
  readonly clearFaults: (id?: string) => Promise<void>;
  /** Calls since the start or the last `clearRequests`, oldest first. */
  readonly requests: (operation?: string) => Promise<LoggedRequests>;
  readonly clearRequests: () => Promise<void>;
  readonly remove: () => Promise<void>;
};

export type ControlClient = {
  readonly createTenancy: (seed: string, options?: TenancyOptions) => Promise<EmulatedTenancy>;
  readonly operations: () => Promise<v.InferOutput<typeof operationListSchema>>;
};

/**
 * A client of the control endpoint of the emulator at `url`. Every method throws an Error with the server's text on refusal,
 * and one that names the call when there is no answer within half a minute.
 */
export function createControlClient(url: string): ControlClient {
  const control = `${url}/_control`;
  return {
    async createTenancy(seed, options = {}) {
      const created = await send("POST", `${control}/tenancies`, createdTenancySchema, { seed, ...options });
      return tenancyClient(`${control}/tenancies/${created.tenancyId}`, created);
    },
    operations: () => send("GET", `${control}/operations`, operationListSchema),
  };
}

function tenancyClient(url: string, created: CreatedTenancy): EmulatedTenancy {
  const nothing = v.unknown();
  return {
    ...created,
    clock: () => send("GET", `${url}/clock`, clockSchema),
    setClock: (change) => send("PUT", `${url}/clock`, clockSchema, change),
    async advance(ms) {
      await send("PUT", `${url}/clock`, clockSchema, { mode: "manual", advanceMs: ms });
    },
    async setSettings(change) {
      await send("PUT", `${url}/settings`, nothing, change);
    },
    createVolume: (request) => send("POST", `${url}/volumes`, createdVolumeSchema, request),
    async createService(request) {
      await send("POST", `${url}/services`, nothing, request);
    },
    async editDirectly(request) {
      await send("POST", `${url}/direct-edits`, nothing, request);
    },
    addFault: async (fault) => (await send("POST", `${url}/faults`, addedFaultSchema, fault)).id,
    faults: () => send("GET", `${url}/faults`, activeFaultsSchema),
    async clearFaults(id) {
      await send("DELETE", id === undefined ? `${url}/faults` : `${url}/faults/${id}`, nothing);
    },
    requests: (operation) =>
      send("GET", `${url}/requests${operation === undefined ? "" : `?operation=${operation}`}`, loggedRequestsSchema),
    async clearRequests() {
      await send("DELETE", `${url}/requests`, nothing);
    },
    async remove() {
      await send("DELETE", url, nothing);
    },
  };
}

/** Far more than any of these calls takes: who asks is told which one did not come back, instead of waiting for ever. */
const answerTimeoutMs = 30_000;

async function send<S extends v.GenericSchema>(
  method: string,
  url: string,
  schema: S,
  body?: unknown,
): Promise<v.InferOutput<S>> {
  const { isOk, status, text } = await answerOf(url, {
    method,
    signal: AbortSignal.timeout(answerTimeoutMs),
    ...(body !== undefined && { body: JSON.stringify(body), headers: { "content-type": "application/json" } }),
  });
  if (!isOk) throw new Error(`${method} ${url} answered ${status}: ${text}`);
  return v.parse(schema, text === "" ? null : JSON.parse(text));
}

async function answerOf(url: string, init: RequestInit & { readonly method: string }) {
  try {
    const response = await fetch(url, init);
    return { isOk: response.ok, status: response.status, text: await response.text() };
  } catch (error) {
    throw new Error(`${init.method} ${url} had no answer`, { cause: error });
  }
}
