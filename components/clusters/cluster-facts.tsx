import { cniWord, endpointWords } from "@/components/clusters/cluster-words";
import { VcnFact } from "@/components/clusters/vcn-fact";
import { EligibilityNote } from "@/components/shared/eligibility-note";
import { FactList, type Fact } from "@/components/shared/fact-list";
import { Literal } from "@/components/ui/literal";
import type { ClusterDetail } from "@/lib/contract/clusters";
import { formatCode } from "@/lib/format";

type Cluster = ClusterDetail["cluster"];

/** What decides about security attributes on this cluster, before anything is said of them. */
export function ClusterFacts({ cluster }: { readonly cluster: Cluster }) {
  const facts: readonly Fact[] = [
    { label: "Kubernetes API endpoint", value: <EndpointFact cluster={cluster} />, width: "wide" },
    {
      label: "Kubernetes version",
      value: <span className="text-note font-mono">{cluster.kubernetesVersion ?? "Not known"}</span>,
    },
    { label: "Cluster type", value: cluster.type === "UNKNOWN_VALUE" ? "Not known" : formatCode(cluster.type) },
    { label: "CNI plugin", value: cniWord(cluster.cniType) },
    { label: "VCN", value: <VcnFact cluster={cluster} />, width: "wide" },
    {
      label: "ZPR security attributes",
      value: <EligibilityNote eligibility={cluster.eligibility} look="full" />,
      ...(cluster.eligibility.reasons.length > 0 && { width: "full" as const }),
    },
  ];
  return (
    <div className="rounded-box border-line bg-surface mb-4 border px-4 py-3">
      <FactList facts={facts} />
    </div>
  );
}

function EndpointFact({ cluster: { endpoint, privateEndpoint, publicEndpoint } }: { readonly cluster: Cluster }) {
  return (
    <span className="inline-flex flex-wrap gap-x-3">
      <span>
        {endpointWords[endpoint]} {publicEndpoint !== null && <Address address={publicEndpoint} />}
        {publicEndpoint === null && privateEndpoint !== null && <Address address={privateEndpoint} />}
        {publicEndpoint === null && privateEndpoint === null && <span className="text-muted">No address known</span>}
      </span>
      {publicEndpoint !== null && privateEndpoint !== null && (
        <span>
          <span className="text-muted">and private</span> <Address address={privateEndpoint} />
        </span>
      )}
    </span>
  );
}

const Address = ({ address }: { readonly address: string }) => (
  <Literal text={address} className="text-note font-mono" />
);
