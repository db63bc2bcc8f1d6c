import { currentInventories } from "@/lib/inventory/current-inventories";
import { problemFrom } from "@/lib/server/error-response";
import { respond } from "@/lib/server/respond";
import { currentSession, type Session } from "@/lib/server/session";

function usableSession(): Session | null {
  try {
    return currentSession();
  } catch (error) {
    if (problemFrom(error).body.code === "OciConfigurationUnusable") return null;
    throw error;
  }
}

/**
 * Ready: the configuration can be used, and the tenancy has been read for the first time or could not be, with the
 * reason. The answer asks OCI nothing, though it may begin that first reading.
 */
export const GET = (request: Request): Promise<Response> =>
  respond(request, () => {
    const session = usableSession();
    const view = session === null ? null : currentInventories().view(session.ociContext);
    const isReady = view !== null && (view.inventory !== null || view.problem !== null);
    const status = isReady ? "ready" : session === null ? "configuration-unusable" : "starting";
    return Promise.resolve(Response.json({ status }, { status: isReady ? 200 : 503 }));
  });
