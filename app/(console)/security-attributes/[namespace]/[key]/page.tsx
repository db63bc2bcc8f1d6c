import type { Metadata } from "next";
import { SecurityAttributeView } from "@/components/security-attributes/security-attribute-view";
import { nameParam } from "@/lib/contract/name-param";

export const metadata: Metadata = { title: "Security attribute" };

export default async function SecurityAttributePage({ params }: PageProps<"/security-attributes/[namespace]/[key]">) {
  const { namespace, key } = await params;
  return <SecurityAttributeView namespace={nameParam(namespace)} name={nameParam(key)} />;
}
