import * as v from "valibot";
import { manifestKinds } from "@/lib/oke/declared-setting";

/** An object of Kubernetes whose manifest owns a setting. Apart from what is declared there: changes name it too. */
export const manifestObjectSchema = v.object({
  kind: v.picklist(manifestKinds),
  namespace: v.nullable(v.string()),
  name: v.string(),
});

/** What a controller reported of one. */
export const controllerEventSchema = v.object({
  reason: v.string(),
  message: v.string(),
  count: v.number(),
  lastSeenAt: v.nullable(v.string()),
});
