import type { Metadata } from "next";
import { titleText } from "@/app/(console)/inventory-page";
import { SecurityAttributeView } from "@/components/security-attributes/security-attribute-view";
import { nameParam } from "@/lib/contract/name-param";

type SecurityAttributePageProps = PageProps<"/security-attributes/[namespace]/[key]">;

export async function generateMetadata({ params }: SecurityAttributePageProps): Promise<Metadata> {
  const { namespace, key } = await params;
  return { title: titleText(`${nameParam(namespace)}.${nameParam(key)}`) };
}

export default async function SecurityAttributePage({ params }: SecurityAttributePageProps) {
  const { namespace, key } = await params;
  return <SecurityAttributeView namespace={nameParam(namespace)} name={nameParam(key)} />;
}
