"use client";

import { useQuery } from "@tanstack/react-query";
import { LinkButton } from "@/components/shared/link-button";
import { Ocid } from "@/components/shared/ocid";
import { openOverlay } from "@/components/shell/overlay";
import { ThemeChoice } from "@/components/shell/theme-choice";
import { Button } from "@/components/ui/button";
import { Literal } from "@/components/ui/literal";
import { inventoryQuery } from "@/lib/queries/inventory";
import { routes } from "@/lib/routes";

/** Profile and tenancy in whose name the console calls OCI, and the choice of the theme. */
export function AccountFacts() {
  const status = useQuery(inventoryQuery()).data;
  return (
    <>
      <dl className="mb-3 grid grid-cols-[auto_1fr] items-center gap-x-3 gap-y-1">
        <dt className="text-muted">Profile</dt>
        <dd className="min-w-0">{status ? <Literal text={status.profile} /> : "Not known yet"}</dd>
        <dt className="text-muted">Tenancy</dt>
        <dd className="min-w-0">{status?.tenancy ? <Literal text={status.tenancy.name} /> : "Not known yet"}</dd>
        {status?.tenancy && (
          <>
            <dt className="text-muted">OCID</dt>
            <dd>
              <Ocid ocid={status.tenancy.id} />
            </dd>
            <dt className="text-muted">Home region</dt>
            <dd className="text-note font-mono">{status.tenancy.homeRegion}</dd>
          </>
        )}
      </dl>
      <ThemeChoice />
      <div className="mt-3 flex flex-wrap gap-2">
        <LinkButton size="small" href={routes.settings()}>
          Settings
        </LinkButton>
        <Button
          size="small"
          popoverTarget="account-panel"
          popoverTargetAction="hide"
          onClick={() => openOverlay("shortcuts")}
        >
          Keyboard shortcuts
        </Button>
      </div>
    </>
  );
}
