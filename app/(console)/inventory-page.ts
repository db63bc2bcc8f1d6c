import { dehydrate, type DehydratedState, type QueryKey } from "@tanstack/react-query";
import "server-only";
import { literalParts } from "@/components/ui/literal-parts";
import { currentInventories } from "@/lib/inventory/current-inventories";
import type { Inventory } from "@/lib/inventory/inventory";
import { getQueryClient } from "@/lib/queries/query-client";
import { currentSession } from "@/lib/server/session";

/** How long the title waits for a first pass to come upon what it names. The page itself does not wait for it. */
const titlePatienceMs = 3_000;

type SessionContext = ReturnType<typeof currentSession>["ociContext"];

/**
 * The state of a page about one thing, from what has been read so far; empty when it is not there. Then the browser
 * asks `/api`, which waits for it, and says what is the matter.
 */
export function prefetchedDetail(
  key: QueryKey,
  find: (inventory: Inventory, ociContext: SessionContext) => unknown,
): DehydratedState {
  const queryClient = getQueryClient();
  try {
    const { ociContext } = currentSession();
    const { inventory } = currentInventories().view(ociContext);
    const found = inventory && find(inventory, ociContext);
    if (found !== null) queryClient.setQueryData(key, found);
  } catch {
    // Without a usable configuration there is nothing to fetch ahead; the browser shows why.
  }
  return dehydrate(queryClient);
}

/** Text from outside for a title: characters that cannot be seen are written as their code points. */
export const titleText = (text: string): string =>
  literalParts(text)
    .map((part) => ("text" in part ? part.text : part.codePoint))
    .join("");

/** The name of what a page is about, for its title; `null` when it is not there, or not yet. */
export async function titleOf(nameIn: (inventory: Inventory) => string | null): Promise<string | null> {
  try {
    const { ociContext } = currentSession();
    const view = await currentInventories().viewWhen(ociContext, (read) => nameIn(read) !== null, titlePatienceMs);
    const name = view.inventory && nameIn(view.inventory);
    return name && titleText(name);
  } catch {
    return null;
  }
}
