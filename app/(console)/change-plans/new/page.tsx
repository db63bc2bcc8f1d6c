import type { Metadata } from "next";
import { NewPlanView } from "@/components/changes/plan/new-plan-view";

export const metadata: Metadata = { title: "New change plan" };

export default function NewChangePlanPage() {
  return <NewPlanView />;
}
