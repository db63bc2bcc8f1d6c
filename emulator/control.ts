import { Hono, type Context } from "hono";
import * as v from "valibot";
import type { Emulator } from "@/emulator/app";
import {
  clockRequestSchema,
  createServiceRequestSchema,
  createTenancyRequestSchema,
  createVolumeRequestSchema,
  directEditRequestSchema,
  settingsRequestSchema,
} from "@/emulator/control-contract";
import { invalidParameter, notAuthorizedOrNotFound, ServiceError } from "@/emulator/core/errors";
import { faultSchema } from "@/emulator/core/faults";
import { members } from "@/emulator/core/members";
import type { CreatedTenancy, TenancyOptions } from "@/emulator/core/registry";
import type { TenancyState } from "@/emulator/core/tenancy";
import { clusterApi } from "@/emulator/kubernetes/cluster-api";
import { startControllers } from "@/emulator/kubernetes/controllers/controllers";
import { balancerWithId, updateBalancer } from "@/emulator/kubernetes/controllers/load-balancers";
import { createVolume } from "@/emulator/kubernetes/controllers/storage-controller";
import { services } from "@/emulator/kubernetes/resource-types";
import { serviceObject } from "@/emulator/kubernetes/service-object";
import { operations } from "@/emulator/operations";

const loopbackHost = /^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/;

/**
 * What a test or a demo may ask of the emulator, unsigned: tenancies from seeds, their clocks, settings and faults,
 * and the log of the calls they got. Only for names of this machine, so that no web page can reach it by rebinding.
 */
export function controlApp(emulator: Emulator): Hono {
  const app = new Hono();
  const tenancyOf = (context: Context): TenancyState => {
    const tenancy = emulator.registry.tenancy(context.req.param("id") ?? "");
    if (tenancy === null) throw notAuthorizedOrNotFound();
    return tenancy;
  };

  app.use(async (context, next) => {
    if (!loopbackHost.test(context.req.header("host") ?? "")) throw notAuthorizedOrNotFound();
    await next();
  });
  app.onError((error, context) => {
    if (error instanceof ServiceError) {
      return Response.json({ code: error.code, message: error.message }, { status: error.status });
    }
    emulator.log(`${context.req.method} ${context.req.path}: ${error.message}`);
    return Response.json({ code: "InternalServerError", message: error.message }, { status: 500 });
  });

  app.get("/", (context) => context.json({ emulator: "OCI", operations: operations.length }));
  app.get("/operations", (context) =>
    context.json(operations.map(({ service, name, method, path }) => ({ service, name, method, path }))),
  );
  app.post("/tenancies", async (context) => {
    const { seed, ...options } = await parsed(context, createTenancyRequestSchema);
    return context.json(await createFromSeed(emulator, seed, options), 201);
  });
  app.delete("/tenancies/:id", async (context) => {
    await emulator.registry.remove(tenancyOf(context).id);
    return context.body(null, 204);
  });

  app.get("/tenancies/:id/clock", (context) => context.json(clockOf(tenancyOf(context))));
  app.put("/tenancies/:id/clock", async (context) => {
    const { now, ...change } = await parsed(context, clockRequestSchema);
    const tenancy = tenancyOf(context);
    tenancy.clock.set({ ...change, now: now === undefined ? undefined : Date.parse(now) });
    return context.json(clockOf(tenancy));
  });
  app.put("/tenancies/:id/settings", async (context) => {
    const change = await parsed(context, settingsRequestSchema);
    const tenancy = tenancyOf(context);
    tenancy.settings = { ...tenancy.settings, ...members(change) };
    return context.json(tenancy.settings);
  });

  app.post("/tenancies/:id/volumes", async (context) => {
    const { clusterId, ...request } = await parsed(context, createVolumeRequestSchema);
    const api = clusterApi(tenancyOf(context), clusterId);
    if (api === null) throw notAuthorizedOrNotFound();
    return context.json(createVolume(api, request), 201);
  });

  app.post("/tenancies/:id/services", async (context) => {
    const { clusterId, ...request } = await parsed(context, createServiceRequestSchema);
    const tenancy = tenancyOf(context);
    const api = clusterApi(tenancy, clusterId);
    if (api === null) throw notAuthorizedOrNotFound();
    const { metadata } = api.objects.put(services, serviceObject({ ...request, now: tenancy.clock.now() }));
    return context.json({ uid: metadata.uid }, 201);
  });

  app.post("/tenancies/:id/direct-edits", async (context) => {
    const { clusterId, loadBalancerId, securityAttributes } = await parsed(context, directEditRequestSchema);
    const tenancy = tenancyOf(context);
    const api = clusterApi(tenancy, clusterId);
    const balancer = api && balancerWithId(api, loadBalancerId);
    if (api === null || balancer === null) throw notAuthorizedOrNotFound();
    const workRequestId = updateBalancer(api, balancer, securityAttributes, tenancy.clock.now());
    return context.json({ workRequestId }, 202);
  });

  app.get("/tenancies/:id/faults", (context) => context.json(tenancyOf(context).faults.list()));
  app.post("/tenancies/:id/faults", async (context) => {
    const fault = await parsed(context, faultSchema);
    return context.json({ id: tenancyOf(context).faults.add(fault) }, 201);
  });
  app.delete("/tenancies/:id/faults/:faultId?", (context) => {
    tenancyOf(context).faults.clear(context.req.param("faultId"));
    return context.body(null, 204);
  });

  app.get("/tenancies/:id/requests", (context) => {
    const operation = context.req.query("operation");
    const all = tenancyOf(context).requests.list();
    return context.json(operation === undefined ? all : all.filter((request) => request.operation === operation));
  });
  app.delete("/tenancies/:id/requests", (context) => {
    tenancyOf(context).requests.clear();
    return context.body(null, 204);
  });
  return app;
}

/** A seed that does not exist, or a user that it does not have, is the caller's mistake. */
async function createFromSeed(emulator: Emulator, seed: string, options: TenancyOptions): Promise<CreatedTenancy> {
  try {
    const created = await emulator.registry.create(await emulator.seedFrom(seed), options);
    const tenancy = emulator.registry.tenancy(created.tenancyId);
    if (tenancy !== null) startControllers(tenancy);
    return created;
  } catch (error) {
    throw invalidParameter(error instanceof Error ? error.message : "The tenancy could not be made.");
  }
}

function clockOf(tenancy: TenancyState) {
  return { mode: tenancy.clock.mode(), now: new Date(tenancy.clock.now()).toISOString() };
}

async function parsed<S extends v.GenericSchema>(context: Context, schema: S): Promise<v.InferOutput<S>> {
  const text = await context.req.text();
  try {
    return v.parse(schema, JSON.parse(text));
  } catch (error) {
    throw invalidParameter(error instanceof Error ? error.message : "The body is not readable.");
  }
}
