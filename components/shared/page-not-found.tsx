import { LinkButton } from "@/components/shared/link-button";
import { PageHeader } from "@/components/shared/page-header";
import { EmptyState } from "@/components/ui/empty-state";
import { routes } from "@/lib/routes";

/** For addresses that lead nowhere. */
export function PageNotFound() {
  return (
    <>
      <title>Not found - ZPR console</title>
      <PageHeader title="Not found" />
      <EmptyState
        title="This address leads to no page of the console"
        action={<LinkButton href={routes.overview()}>Go to the overview</LinkButton>}
      >
        The address may be cut short, or what it named is gone.
      </EmptyState>
    </>
  );
}
