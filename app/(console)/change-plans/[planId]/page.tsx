import type { Metadata } from "next";
import { PlanView } from "@/components/changes/plan/plan-view";

export const metadata: Metadata = { title: "Change plan" };

type ChangePlanPageProps = { readonly params: Promise<{ readonly planId: string }> };

export default async function ChangePlanPage({ params }: ChangePlanPageProps) {
  return <PlanView planId={(await params).planId} />;
}
