import { TimeAgo } from "@/components/shared/time-ago";
import { Literal } from "@/components/ui/literal";
import type { EffectAnswer } from "@/lib/contract/effect";

type Basis = NonNullable<Extract<EffectAnswer, { state: "known" }>["runningBasis"]>;

/** What running nodes are taken to carry, and how old that is: their own sets where they were read. */
export function RunningBasis({ basis: { readAt, assumed, unreadNodes } }: { readonly basis: Basis }) {
  return (
    <p className="text-muted max-w-[88ch]">
      {readAt !== null && (
        <>
          Running nodes stand here with what each carries, read <TimeAgo time={readAt} />
          {unreadNodes > 0 && `; of ${unreadNodes} it could not be read`}.{" "}
        </>
      )}
      {assumed.length > 0 && (
        <>
          {readAt === null ? "What running nodes carry" : "What those of the others carry"} has not been read: nodes of{" "}
          <Literal text={assumed.join(", ")} /> are taken to carry the present set of their pool. The Nodes tab of the
          pool reads them.
        </>
      )}
    </p>
  );
}
