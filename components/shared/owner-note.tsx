import { Literal } from "@/components/ui/literal";
import type { SettingOwner } from "@/lib/oke/protected-resource";

function nameOf(owner: SettingOwner): string | null {
  switch (owner.type) {
    case "service-annotation":
      return owner.name === null ? null : [owner.namespace, owner.name].filter((part) => part !== null).join("/");
    case "ingress-class-annotation":
      return owner.name;
    case "oke-api":
    case "resource":
    case "storage-class-parameter":
      return null;
  }
}

const words: Record<SettingOwner["type"], { readonly where: string; readonly how: string }> = {
  "oke-api": { where: "OKE", how: "Set here or through the OKE API" },
  resource: { where: "The resource", how: "Set here or through its own API" },
  "service-annotation": { where: "Service annotation", how: "Set in the Kubernetes manifest" },
  "ingress-class-annotation": { where: "IngressClass annotation", how: "Set in the Kubernetes manifest" },
  "storage-class-parameter": {
    where: "StorageClass parameter",
    how: "Set in the manifest, when the mount target is made",
  },
};

/** Where the setting lives and who writes it. `isLong` adds how to change it. */
export function OwnerNote({ owner, isLong = false }: { readonly owner: SettingOwner; readonly isLong?: boolean }) {
  const name = nameOf(owner);
  return (
    <span className="inline-flex flex-col">
      <span>{words[owner.type].where}</span>
      {name !== null && <Literal text={name} className="text-note text-muted font-mono" />}
      {isLong && <span className="text-note text-muted">{words[owner.type].how}</span>}
    </span>
  );
}
