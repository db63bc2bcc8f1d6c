import type { SessionFacts } from "@/lib/contract/session";
import { handle } from "@/lib/server/handle";
import { pageToken } from "@/lib/server/page-token";
import { Problem } from "@/lib/server/problem";

/** The page token, given only to a page of this very origin: a browser lets no page set `Sec-Fetch-Site` itself. */
export const GET = handle({}, ({ session, request }) => {
  if (request.headers.get("sec-fetch-site") !== "same-origin") {
    throw new Problem(403, { code: "NotSameOrigin", message: "Only a page of this console may ask for its session." });
  }
  const { profile, tenancyId, region, emulatorUrl } = session.principal;
  const isEmulatedTenancy = emulatorUrl !== null;
  return Response.json({
    pageToken: pageToken(),
    profile,
    tenancyId,
    region,
    isEmulatedTenancy,
  } satisfies SessionFacts);
});
