import type { Metadata } from "next";
import { NewPolicyView } from "@/components/zpr-policy-editor/new-policy-view";

export const metadata: Metadata = { title: "New ZPR policy" };

type NewPolicyPageProps = {
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
};

/** Others lead here with statements that are missing, `?statement=…` for each, and a name. */
export default async function NewPolicyPage({ searchParams }: NewPolicyPageProps) {
  const { statement, name } = await searchParams;
  const statements = [statement ?? []].flat();
  return <NewPolicyView name={typeof name === "string" ? name : ""} statements={statements} />;
}
