import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { titleText } from "@/app/(console)/inventory-page";
import { ZprPolicyView } from "@/components/zpr-policies/zpr-policy-view";
import { ocidFrom } from "@/lib/contract/ocid-param";
import { currentInventories } from "@/lib/inventory/current-inventories";
import { currentReadings } from "@/lib/inventory/current-readings";
import { currentSession } from "@/lib/server/session";

type PolicyPageProps = { readonly params: Promise<{ readonly policyId: string }> };

/** Its name, where the policies have been read; the page does not wait for them. */
function nameOf(policyId: string | null): string | null {
  try {
    const { ociContext, principal } = currentSession();
    const region = currentInventories().view(ociContext).inventory?.homeRegion;
    if (region === undefined) return null;
    const reading = currentReadings().zprPolicies.peek(principal, { region });
    return reading.state === "read" ? (reading.value.find(({ id }) => id === policyId)?.name ?? null) : null;
  } catch {
    return null;
  }
}

export async function generateMetadata({ params }: PolicyPageProps): Promise<Metadata> {
  const name = nameOf(ocidFrom((await params).policyId));
  return { title: name === null ? "ZPR policy" : `${titleText(name)}, ZPR policy` };
}

export default async function ZprPolicyPage({ params }: PolicyPageProps) {
  const policyId = ocidFrom((await params).policyId);
  if (policyId === null) notFound();
  return <ZprPolicyView policyId={policyId} />;
}
