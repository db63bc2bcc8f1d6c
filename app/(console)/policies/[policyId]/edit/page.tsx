import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { EditPolicyView } from "@/components/zpr-policy-editor/edit-policy-view";
import { ocidFrom } from "@/lib/contract/ocid-param";

export const metadata: Metadata = { title: "Edit ZPR policy" };

type EditPolicyPageProps = { readonly params: Promise<{ readonly policyId: string }> };

export default async function EditPolicyPage({ params }: EditPolicyPageProps) {
  const policyId = ocidFrom((await params).policyId);
  if (policyId === null) notFound();
  return <EditPolicyView policyId={policyId} action="edit" />;
}
