import "server-only";
import type { models } from "oci-zpr";
import * as v from "valibot";
import { acceptedFrom, parseAnswer, type Accepted, type WithEtag } from "@/lib/oci/answers";
import { callOci, type OciContext } from "@/lib/oci/clients";
import { zprPolicySchema } from "@/lib/oci/zpr";
import type { ZprPolicy } from "@/lib/zpr/zpr-policy";
import type { ZprPolicyText, ZprPolicyWrite } from "@/lib/zpr/zpr-policy-write";

const service = "zpr";

/** Where a policy is written: only the home region takes writes. */
type Place = { readonly region: string };

/** Reads one policy with the etag that guards a write of it. Throws `OciRequestError`. */
export async function getZprPolicy(
  context: OciContext,
  { region, zprPolicyId }: Place & { readonly zprPolicyId: string },
): Promise<WithEtag<"zprPolicy", ZprPolicy>> {
  const target = { service, operation: "getZprPolicy", region } as const;
  const answer = await callOci(context, target, (client) => client.getZprPolicy({ zprPolicyId }));
  return {
    zprPolicy: parseAnswer(zprPolicySchema, answer.zprPolicy, target.operation),
    etag: answer.etag || null,
  };
}

const operations = { create: "createZprPolicy", update: "updateZprPolicy", delete: "deleteZprPolicy" } as const;

/** `zprPolicyId` is `null` when the answer to a create does not say it. */
export type AcceptedPolicyWrite = Accepted & { readonly zprPolicyId: string | null };

const detailsOf = ({ description, statements }: ZprPolicyText) => ({ description, statements: [...statements] });

type Answer = { opcWorkRequestId?: string; opcRequestId?: string; zprPolicy?: models.ZprPolicy };

function send(
  context: OciContext,
  region: string,
  write: ZprPolicyWrite,
  dryRun: { readonly isDryRun?: true },
): Promise<Answer> {
  const target = { service, operation: operations[write.action], region, ...dryRun } as const;
  const opcDryRun = dryRun.isDryRun === true ? { opcDryRun: true } : {};
  return callOci<"zpr", Answer>(context, target, (client) => {
    switch (write.action) {
      case "create": {
        const { name, text } = write;
        // Policies live in the root compartment only:
        // https://docs.oracle.com/en-us/iaas/Content/zero-trust-packet-routing/managing-zpr-policies.htm
        const compartmentId = context.principal.tenancyId;
        return client.createZprPolicy({
          createZprPolicyDetails: { compartmentId, name, ...detailsOf(text) },
          ...opcDryRun,
        });
      }
      case "update": {
        const { policyId: zprPolicyId, etag: ifMatch, text } = write;
        return client.updateZprPolicy({
          zprPolicyId,
          ifMatch,
          updateZprPolicyDetails: detailsOf(text),
          ...opcDryRun,
        });
      }
      case "delete":
        return client.deleteZprPolicy({ zprPolicyId: write.policyId, ifMatch: write.etag, ...opcDryRun });
    }
  });
}

const idSchema = v.object({ id: v.string() });

/** Sends a write once. Throws `OciRequestError`, ambiguous when it may have been taken all the same. */
export async function writeZprPolicy(
  context: OciContext,
  { region, write }: Place & { readonly write: ZprPolicyWrite },
): Promise<AcceptedPolicyWrite> {
  const answer = await send(context, region, write, {});
  const made = v.safeParse(idSchema, answer.zprPolicy);
  const zprPolicyId = write.action === "create" ? (made.success ? made.output.id : null) : write.policyId;
  return { ...acceptedFrom(answer), zprPolicyId };
}

/** Has the service check a write and do nothing. Throws `OciRequestError` with its reason when it would refuse it. */
export async function dryRunZprPolicy(
  context: OciContext,
  { region, write }: Place & { readonly write: ZprPolicyWrite },
): Promise<void> {
  await send(context, region, write, { isDryRun: true });
}
