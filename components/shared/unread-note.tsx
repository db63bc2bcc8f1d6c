import type { ListZprPoliciesResponse } from "@/lib/contract/zpr-policies";

type Need = ListZprPoliciesResponse["unread"][number];

const words: Record<Need, string> = {
  catalog: "namespaces and attributes",
  vcns: "VCNs",
  resources: "what resources carry",
  peerings: "peerings between VCNs",
  "node-pools": "node pools",
  policies: "the list of policies",
};

/** What the linter could not hold the statements against: its rules about that said nothing, which is no praise. */
export function UnreadNote({ unread }: { readonly unread: readonly Need[] }) {
  if (unread.length === 0) return null;
  const texts = unread.map((need) => words[need]);
  return (
    <p className="text-muted max-w-[88ch]">
      The linter held no statement against what was not read whole: {texts.join(", ")}. It may find more once they are.
    </p>
  );
}
