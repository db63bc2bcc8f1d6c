import { Problem } from "@/lib/server/problem";
import { respond } from "@/lib/server/respond";

/** What no other route of the API answers: without this, Next's own page would, to whatever host was asked. */
const answer = (request: Request): Promise<Response> =>
  respond(request, () => {
    const path = new URL(request.url).pathname;
    throw new Problem(404, { code: "NotFound", message: `The console's API has nothing at ${path}.`, field: "path" });
  });

export {
  answer as DELETE,
  answer as GET,
  answer as HEAD,
  answer as OPTIONS,
  answer as PATCH,
  answer as POST,
  answer as PUT,
};
