import type { Metadata } from "next";
import { FindView } from "@/components/find/find-view";
import { decodedParam } from "@/lib/contract/ocid-param";

export const metadata: Metadata = { title: "Find by OCID" };

export default async function FindPage({ params }: PageProps<"/r/[ocid]">) {
  return <FindView ocid={decodedParam((await params).ocid).trim()} />;
}
