import type { Metadata } from "next";
import { notFound } from "next/navigation";
import * as v from "valibot";
import { ResourceView } from "@/components/resources/resource-view";
import { ocidParam } from "@/lib/contract/ocid-param";

export const metadata: Metadata = { title: "Resource" };

export default async function ResourcePage({ params }: PageProps<"/resources/[resourceId]">) {
  const { resourceId } = await params;
  const id = v.safeParse(ocidParam, resourceId);
  if (!id.success) notFound();
  return <ResourceView resourceId={id.output} />;
}
