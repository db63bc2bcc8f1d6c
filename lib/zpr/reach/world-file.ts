import * as v from "valibot";
import type { AttributeDoubt, ReachWorld } from "@/lib/zpr/reach/reach-world";
import type { ZprPolicyLifecycleState } from "@/lib/zpr/zpr-policy";

/** Of the file's form. Raised when a world of an older file would be read otherwise than it was meant. */
export const worldFileVersion = 1;

const doubts = [
  "unreadable",
  "not-enforced",
  "deleted",
  "retired",
  "some-vnics",
] as const satisfies readonly AttributeDoubt[];

const lifecycleStates = [
  "ACTIVE",
  "CREATING",
  "UPDATING",
  "DELETING",
  "DELETED",
  "FAILED",
  "NEEDS_ATTENTION",
  "UNKNOWN_VALUE",
] as const satisfies readonly ZprPolicyLifecycleState[];

const attributes = v.nullable(
  v.array(
    v.object({ namespace: v.string(), key: v.string(), value: v.string(), doubt: v.nullable(v.picklist(doubts)) }),
  ),
);

const worldSchema: v.GenericSchema<ReachWorld> = v.object({
  vcns: v.array(
    v.object({
      id: v.string(),
      name: v.string(),
      region: v.string(),
      attributes,
      cidrBlocks: v.nullable(v.array(v.string())),
      isZprOnly: v.boolean(),
    }),
  ),
  endpoints: v.array(
    v.object({
      id: v.string(),
      name: v.string(),
      kind: v.string(),
      vcnId: v.nullable(v.string()),
      attributes,
      addresses: v.variant("kind", [
        v.object({ kind: v.literal("known"), addresses: v.array(v.string()) }),
        v.object({ kind: v.literal("within"), blocks: v.array(v.string()) }),
        v.object({ kind: v.literal("unknown") }),
      ]),
    }),
  ),
  policies: v.array(
    v.object({
      id: v.string(),
      name: v.string(),
      lifecycleState: v.picklist(lifecycleStates),
      statements: v.array(v.string()),
    }),
  ),
  isPolicyListComplete: v.boolean(),
  isEndpointListComplete: v.boolean(),
});

const vcnGroupsSchema: v.GenericSchema<readonly (readonly string[])[]> = v.array(v.array(v.string()));

const worldFileSchema = v.object({
  version: v.literal(worldFileVersion, `This console reads version ${worldFileVersion} of the file only.`),
  /** When the inventory was read, as an ISO time. */
  readAt: v.string(),
  world: worldSchema,
  /** Groups of VCNs, by id, any two of which are or may be peered; `null` when that was not read, as in older files. */
  peerings: v.optional(v.nullable(vcnGroupsSchema), null),
});
/** All that decides what ZPR allows, as it is exported to be judged elsewhere. Holds no credential. */
export type WorldFile = v.InferOutput<typeof worldFileSchema>;

type ParsedWorldFile =
  | { readonly ok: true; readonly file: WorldFile }
  | { readonly ok: false; readonly message: string };

/** Takes the value of an exported world, gives it as it was exported, or the first thing that is wrong with it. */
export function parseWorldFile(value: unknown): ParsedWorldFile {
  const parsed = v.safeParse(worldFileSchema, value);
  if (parsed.success) return { ok: true, file: parsed.output };
  const [issue] = parsed.issues;
  return { ok: false, message: `${v.getDotPath(issue) ?? "The file"}: ${issue.message}` };
}
