import { PageNotFound } from "@/components/shared/page-not-found";

export default function NotFound() {
  return <PageNotFound />;
}
