import type { Metadata } from "next";
import { PlansView } from "@/components/changes/plan/plans-view";

export const metadata: Metadata = { title: "Change plans" };

export default function ChangePlansPage() {
  return <PlansView />;
}
