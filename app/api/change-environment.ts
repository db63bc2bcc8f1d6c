import { guardEnvironment } from "@/app/api/guard-environment";
import type { ChangeEnvironment } from "@/lib/changes/start-change";
import { replaceResource } from "@/lib/inventory/current-inventories";
import { currentDeclarations } from "@/lib/inventory/declarations";
import type { Inventory } from "@/lib/inventory/inventory";
import { log } from "@/lib/server/log";
import type { Session } from "@/lib/server/session";

/** What a change of this session happens in: what it brings about is in the lists before it is called finished. */
export const changeEnvironment = ({ ociContext, principal }: Session, inventory: Inventory): ChangeEnvironment => ({
  ociContext,
  inventory,
  guards: guardEnvironment(ociContext),
  onFreshResource: (fresh) => replaceResource(principal, fresh),
  onDeclarationChanged: (clusterId) => {
    const cluster = inventory.clusters.find(({ id }) => id === clusterId);
    if (cluster !== undefined) currentDeclarations().refresh(ociContext, inventory, cluster);
  },
  inBackground: (run) => void run(),
  onBug: (thrown) => log().error({ err: thrown }, "a change was not followed to its end"),
});
