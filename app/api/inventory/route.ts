import { statusNow } from "@/app/api/status-now";
import { currentInventories } from "@/lib/inventory/current-inventories";
import { handle } from "@/lib/server/handle";

export const GET = handle({}, ({ session: { ociContext } }) => Response.json(statusNow(ociContext)));

/** Reads the tenancy anew; what was read before stays until that is done. */
export const POST = handle({}, ({ session: { ociContext } }) => {
  currentInventories().refresh(ociContext);
  return Response.json(statusNow(ociContext), { status: 202 });
});
