import { PageNotFound } from "@/components/shared/page-not-found";

export default function NotFound() {
  return (
    <main className="page-gutter mx-auto max-w-[60rem]">
      <PageNotFound />
    </main>
  );
}
