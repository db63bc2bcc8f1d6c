import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { EditPolicyView } from "@/components/zpr-policy-editor/edit-policy-view";
import { ocidFrom } from "@/lib/contract/ocid-param";

export const metadata: Metadata = { title: "Delete ZPR policy" };

type DeletePolicyPageProps = { readonly params: Promise<{ readonly policyId: string }> };

export default async function DeletePolicyPage({ params }: DeletePolicyPageProps) {
  const policyId = ocidFrom((await params).policyId);
  if (policyId === null) notFound();
  return <EditPolicyView policyId={policyId} action="delete" />;
}
