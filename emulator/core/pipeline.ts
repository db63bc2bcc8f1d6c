import { createHash, randomBytes, type KeyObject } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import type { Call } from "@/emulator/core/call";
import type { Credential } from "@/emulator/core/credentials";
import {
  cannotParseRequest,
  methodNotImplemented,
  notAuthenticated,
  notAuthorizedOrNotFound,
  requestEntityTooLarge,
  ServiceError,
} from "@/emulator/core/errors";
import type { FaultEffect } from "@/emulator/core/faults";
import type { Answer, Operation } from "@/emulator/core/operation";
import type { Registry } from "@/emulator/core/registry";
import { verifySignature, type SignedRequest } from "@/emulator/core/signature";
import { subjectCompartments } from "@/emulator/core/subject";
import type { RegionState, TenancyState } from "@/emulator/core/tenancy";
import { parseJson } from "@/lib/json";

/** A request with what the router found out about it. */
export type RoutedRequest = SignedRequest & {
  /** Null when the emulator has no such operation. */
  readonly operation: Operation | null;
  /** From the path's prefix; null means the tenancy's home region. */
  readonly regionName: string | null;
  readonly pathParameters: ReadonlyMap<string, string>;
  readonly query: URLSearchParams;
};

/** What becomes of a request: an answer, perhaps spoilt on its way out, or none. */
export type Outcome = {
  readonly answer: Answer | ServiceError;
  readonly faults: readonly FaultEffect[];
  readonly opcRequestId: string;
  readonly tenancy: TenancyState | null;
  readonly note: string | null;
  readonly user: string | null;
  readonly region: string | null;
};

const maxBodyBytes = 1_000_000;

/** Authenticates, applies faults that strike before the handler, runs the handler. Never throws for a refusal. */
export async function serve(registry: Registry, request: RoutedRequest, realNow: () => number): Promise<Outcome> {
  const opcRequestId = requestId(request);
  const entrance = authenticate(registry, request, realNow);
  if ("reason" in entrance) {
    const { tenancy: claimed, reason } = entrance;
    return {
      faults: [],
      opcRequestId,
      tenancy: claimed,
      user: null,
      region: null,
      answer: notAuthenticated(),
      note: reason,
    };
  }

  const { tenancy, credential, region } = entrance;
  const known = { opcRequestId, tenancy, user: credential.user.name, region: region.regionName };
  const { operation } = request;
  if (operation === null) {
    const [path = ""] = request.target.split("?");
    return { ...known, faults: [], answer: methodNotImplemented(request.method, path), note: "not implemented" };
  }
  const faults = tenancy.faults.strike({
    service: operation.service,
    operation: operation.name,
    region: region.regionName,
    isRead: request.method === "GET",
    compartmentIds: subjectCompartments(region, request),
  });
  await latency(faults);
  const note = faults.length === 0 ? null : `fault: ${faults.map((fault) => fault.kind).join(", ")}`;
  if (faults.some(strikesBeforeEffect)) return { ...known, faults, note, answer: {} };
  return { ...known, faults, note, answer: run(request, operation, entrance, faults) };
}

type Entrance = { readonly tenancy: TenancyState; readonly credential: Credential; readonly region: RegionState };

/** For the log only: whose tenancy the keyId claimed, and why nobody is let in. */
type Rejection = { readonly tenancy: TenancyState | null; readonly reason: string };

function authenticate(registry: Registry, request: RoutedRequest, realNow: () => number): Entrance | Rejection {
  const publicKeyOf = (keyId: string): KeyObject | null => registry.credential(keyId)?.publicKey ?? null;
  const verdict = verifySignature(request, publicKeyOf, realNow());
  if (!verdict.isValid) {
    const [tenancyId = ""] = (verdict.keyId ?? "").split("/");
    return { tenancy: registry.tenancy(tenancyId), reason: verdict.reason };
  }
  const credential = registry.credential(verdict.keyId);
  const tenancy = credential === null ? null : registry.tenancy(credential.tenancyId);
  if (credential === null || tenancy === null) return { tenancy, reason: "unknown tenancy" };
  const region =
    request.regionName === null
      ? tenancy.homeRegion
      : tenancy.regions.find(({ regionName }) => regionName === request.regionName);
  if (region === undefined) return { tenancy, reason: "the tenancy is not subscribed to this region" };
  return { tenancy, credential, region };
}

function strikesBeforeEffect(fault: FaultEffect): boolean {
  if (fault.kind === "redirect") return true;
  const hasTime = fault.kind === "error" || fault.kind === "hang" || fault.kind === "reset";
  return hasTime && fault.when === "before";
}

function run(
  request: RoutedRequest,
  operation: Operation,
  { tenancy, credential, region }: Entrance,
  faults: readonly FaultEffect[],
): Answer | ServiceError {
  try {
    tenancy.clock.settle();
    if (credential.user.refusedOperations.includes(operation.name)) throw notAuthorizedOrNotFound();
    const call: Call = {
      operation,
      tenancy,
      region,
      user: credential.user,
      pathParameters: request.pathParameters,
      query: request.query,
      body: jsonOf(request.body),
      ifMatch: headerOf(request, "if-match"),
      isDryRun: headerOf(request, "opc-dry-run") === "true",
      faults,
      now: tenancy.clock.now(),
    };
    return once(request, call);
  } catch (error) {
    if (error instanceof ServiceError) return error;
    throw error;
  }
}

/** Runs the handler, unless its retry token says that it has run before. */
function once(request: RoutedRequest, call: Call): Answer {
  const token = headerOf(request, "opc-retry-token");
  if (token === null || !call.operation.takesRetryToken) return call.operation.handler(call);
  const key = JSON.stringify([call.operation.service, call.operation.name, call.user.ocid, token]);
  const [path = ""] = request.target.split("?");
  const subject = createHash("sha256").update(path).update(request.body).digest("hex");
  const first = call.tenancy.retryTokens.replay(key, subject, call.now);
  if (first !== null) return first;
  const answer = call.operation.handler(call);
  call.tenancy.retryTokens.remember(key, subject, answer, call.now);
  return answer;
}

async function latency(faults: readonly FaultEffect[]): Promise<void> {
  const ms = faults.reduce((sum, fault) => sum + (fault.kind === "latency" ? fault.ms : 0), 0);
  if (ms > 0) await wait(ms);
}

export function jsonOf(body: Uint8Array): unknown {
  if (body.byteLength > maxBodyBytes) throw requestEntityTooLarge();
  if (body.byteLength === 0) return {};
  try {
    return parseJson(Buffer.from(body).toString("utf8"));
  } catch {
    throw cannotParseRequest("The request body is not valid JSON.");
  }
}

function headerOf(request: SignedRequest, name: string): string | null {
  const value = request.headers[name];
  return typeof value === "string" && value !== "" ? value : null;
}

/** `<client's id>/<32 hex>/<32 hex>`: the client's part is kept so that its log and the service's can be joined. */
function requestId(request: SignedRequest): string {
  const hex = () => randomBytes(16).toString("hex").toUpperCase();
  return `${headerOf(request, "opc-request-id") ?? hex()}/${hex()}/${hex()}`;
}
