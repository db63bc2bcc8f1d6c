"use client";

import { useQuery } from "@tanstack/react-query";
import { Monitor, Moon, Sun } from "lucide-react";
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

/** Profile and tenancy in whose name the console calls OCI, and the choice of the theme. */
export function AccountFacts() {
  const status = useQuery(inventoryQuery()).data;
  const [theme, chooseTheme] = useTheme();
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
      <Segmented label="Theme" value={theme} options={themeOptions} onValueChange={chooseTheme} />
    </>
  );
}
