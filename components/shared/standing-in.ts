import type { ClusterDeclared, DeclaredStanding } from "@/lib/contract/declared";

/** `unread` while the manifests have not been read, `none` where no manifest owns the resource. */
export type DeclaredOf = DeclaredStanding | "unread" | "none";

/** Finds how one resource stands in what the manifests of a cluster declare. */
export const standingIn =
  (resourceId: string) =>
  ({ readAt, standings }: ClusterDeclared): DeclaredOf =>
    readAt === null ? "unread" : (standings.find((each) => each.resourceId === resourceId)?.standing ?? "none");
