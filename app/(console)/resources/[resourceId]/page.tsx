import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { titleOf } from "@/app/(console)/inventory-page";
import { ResourceView } from "@/components/resources/resource-view";
import { ocidFrom } from "@/lib/contract/ocid-param";
import { resourceKindFacts } from "@/lib/oke/resource-kind";

type ResourcePageProps = PageProps<"/resources/[resourceId]">;

export async function generateMetadata({ params }: ResourcePageProps): Promise<Metadata> {
  const { resourceId } = await params;
  const id = ocidFrom(resourceId);
  const title = await titleOf(({ resources }) => {
    const resource = resources.find((each) => each.id === id);
    return resource ? `${resource.displayName}, ${resourceKindFacts[resource.kind].label}` : null;
  });
  return { title: title ?? "Resource" };
}

export default async function ResourcePage({ params }: ResourcePageProps) {
  const { resourceId } = await params;
  const id = ocidFrom(resourceId);
  if (id === null) notFound();
  return <ResourceView resourceId={id} />;
}
