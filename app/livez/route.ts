import { respond } from "@/lib/server/respond";

/** The process answers. Asks nobody else. */
export const GET = (request: Request): Promise<Response> =>
  respond(request, () => Promise.resolve(Response.json({ status: "ok" })));
