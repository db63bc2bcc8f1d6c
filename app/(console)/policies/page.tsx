import type { Metadata } from "next";
import { ZprPoliciesView } from "@/components/zpr-policies/zpr-policies-view";

export const metadata: Metadata = { title: "ZPR policies" };

export default function ZprPoliciesPage() {
  return <ZprPoliciesView />;
}
