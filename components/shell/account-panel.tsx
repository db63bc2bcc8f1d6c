"use client";

import { useQuery } from "@tanstack/react-query";
import { CircleUser, Monitor, Moon, Sun } from "lucide-react";
import { Ocid } from "@/components/shared/ocid";
import { useTheme, type Theme } from "@/components/shell/theme";
import { Literal } from "@/components/ui/literal";
import { Segmented } from "@/components/ui/segmented";
import { inventoryQuery } from "@/lib/queries/inventory";

const icon = "size-3.5";
const themeOptions: readonly { readonly value: Theme; readonly label: string; readonly icon: React.ReactNode }[] = [
  { value: "system", label: "System", icon: <Monitor aria-hidden="true" className={icon} /> },
  { value: "light", label: "Light", icon: <Sun aria-hidden="true" className={icon} /> },
  { value: "dark", label: "Dark", icon: <Moon aria-hidden="true" className={icon} /> },
];

/** Who the console is towards OCI, and the theme. */
export function AccountPanel() {
  const status = useQuery(inventoryQuery()).data;
  const [theme, chooseTheme] = useTheme();
  return (
    <>
      <button
        type="button"
        popoverTarget="account-panel"
        aria-label="Account and theme"
        className="rounded-box text-muted hover:bg-hover hover:text-ink inline-flex h-8 items-center gap-1.5 px-2"
      >
        <CircleUser aria-hidden="true" strokeWidth={1.75} className="size-4.5" />
        {status && <Literal text={status.profile} className="hidden max-w-32 truncate xl:inline" />}
      </button>
      <div
        id="account-panel"
        popover="auto"
        role="dialog"
        aria-label="Account and theme"
        className="layer-in rounded-box border-line bg-raised shadow-float fixed top-11 right-3 w-72 border p-3"
      >
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
        <Segmented label="Theme" value={theme} options={themeOptions} onValueChange={chooseTheme} />
      </div>
    </>
  );
}
