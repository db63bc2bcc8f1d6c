import type { Metadata } from "next";
import { SecurityAttributesView } from "@/components/security-attributes/security-attributes-view";

export const metadata: Metadata = { title: "Security attributes" };

export default function SecurityAttributesPage() {
  return <SecurityAttributesView />;
}
