import { ChangeStatusRow } from "@/components/shared/change-status-row";
import type { EveryChange } from "@/components/shared/every-change";
import { PolicyChangeRow } from "@/components/shared/policy-change-row";

/** Where one change stands, whatever it is of, named and with a link to what is changed. */
export const EveryChangeRow = ({ each }: { readonly each: EveryChange }) =>
  each.of === "policy" ? <PolicyChangeRow change={each.change} isLink /> : <ChangeStatusRow change={each.change} />;
