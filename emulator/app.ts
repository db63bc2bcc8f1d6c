import type { HttpBindings } from "@hono/node-server";
import { RESPONSE_ALREADY_SENT } from "@hono/node-server/utils/response";
import { Hono, type Context } from "hono";
import { controlApp } from "@/emulator/control";
import { ServiceError } from "@/emulator/core/errors";
import type { Operation } from "@/emulator/core/operation";
import { jsonOf, serve, type Outcome, type RoutedRequest } from "@/emulator/core/pipeline";
import type { Registry } from "@/emulator/core/registry";
import { deliveryOf, withholdAnswer } from "@/emulator/core/respond";
import { operations } from "@/emulator/operations";
import type { TenancySeed } from "@/emulator/seed";

export type Emulator = {
  readonly registry: Registry;
  readonly seedFrom: (name: string) => Promise<TenancySeed> | TenancySeed;
  /** Real time, ms since 1970: for signatures, and the start of every tenancy's clock. */
  readonly realNow: () => number;
  /** One line for the person who runs the emulator. */
  readonly log: (line: string) => void;
};

type Bindings = { Bindings: HttpBindings };

const regionPrefix = /^\/([a-z]{2,}-[a-z]+(?:-[a-z]+)*-\d+)(?=\/\d{8}\/)/;

/** The emulator as a Hono application: `/_control` for tests, everything else OCI's. */
export function createApp(emulator: Emulator): Hono<Bindings> {
  const app = new Hono<Bindings>({ getPath: (request) => new URL(request.url).pathname.replace(regionPrefix, "") });
  app.route("/_control", controlApp(emulator));
  for (const operation of operations) {
    app.on(operation.method, operation.path, (context) => answer(emulator, operation, context));
  }
  app.notFound((context) => answer(emulator, null, context));
  app.onError((error, context) => {
    emulator.log(`500 ${context.req.method} ${context.req.path} (${error.stack ?? error.message})`);
    return Response.json({ code: "InternalServerError", message: "An error of the emulator itself." }, { status: 500 });
  });
  return app;
}

async function answer(emulator: Emulator, operation: Operation | null, context: Context<Bindings>): Promise<Response> {
  const { incoming } = context.env;
  const request = await routed(operation, context);
  const outcome = await serve(emulator.registry, request, emulator.realNow);
  const delivery = deliveryOf(outcome);
  logRequest(emulator, request, outcome, delivery.kind === "response" ? delivery.status : null);
  if (delivery.kind === "response") return new Response(delivery.body, delivery);
  await withholdAnswer(incoming, delivery.kind);
  return RESPONSE_ALREADY_SENT;
}

async function routed(operation: Operation | null, context: Context<Bindings>): Promise<RoutedRequest> {
  const { incoming } = context.env;
  const target = incoming.url ?? "/";
  const path = target.replace(/\?.*$/s, "");
  return {
    method: incoming.method ?? "GET",
    target,
    headers: incoming.headers,
    body: new Uint8Array(await context.req.arrayBuffer()),
    operation,
    regionName: regionPrefix.exec(path)?.[1] ?? null,
    pathParameters: new Map(Object.entries(operation === null ? {} : context.req.param())),
    query: new URLSearchParams(target.slice(path.length + 1)),
  };
}

function logRequest(emulator: Emulator, request: RoutedRequest, outcome: Outcome, status: number | null): void {
  const { answer: given, tenancy, note } = outcome;
  const isRefusal = given instanceof ServiceError && (given.status === 401 || given.status === 501);
  if (isRefusal) emulator.log(`${given.status} ${request.method} ${request.target} (${note ?? given.message})`);
  tenancy?.requests.add({
    time: new Date(emulator.realNow()).toISOString(),
    method: request.method,
    target: request.target,
    service: request.operation?.service ?? null,
    operation: request.operation?.name ?? null,
    region: outcome.region,
    user: outcome.user,
    status,
    requestBody: bodyForLog(request.body),
    opcRequestId: outcome.opcRequestId,
    note,
  });
}

function bodyForLog(body: Uint8Array): unknown {
  if (body.byteLength === 0) return null;
  try {
    return jsonOf(body);
  } catch {
    return null;
  }
}
