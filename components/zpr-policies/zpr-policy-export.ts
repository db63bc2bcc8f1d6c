import type { ExportedColumns } from "@/components/shared/list-scope";
import type { ZprPolicyListItem } from "@/lib/contract/zpr-policies";

/** What a file says of each column of the ZPR policies. */
export const zprPolicyExport: ExportedColumns<ZprPolicyListItem> = {
  name: [
    ["Name", ({ name }) => name],
    ["OCID", ({ id }) => id],
    ["Description", ({ description }) => description],
  ],
  lifecycleState: [
    ["State", ({ lifecycleState }) => lifecycleState],
    ["Details", ({ lifecycleDetails }) => lifecycleDetails],
  ],
  statementCount: [["Statements", ({ statementCount }) => statementCount]],
  lint: [
    ["Errors", ({ lint }) => lint.error],
    ["Warnings", ({ lint }) => lint.warning],
    ["Notes", ({ lint }) => lint.info],
  ],
  timeUpdated: [["Updated", ({ timeUpdated }) => timeUpdated]],
};
