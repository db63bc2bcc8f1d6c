import type { SecurityAttribute } from "@/lib/zpr/security-attribute";

type Named = Pick<SecurityAttribute, "namespace" | "key">;

/** `namespace.key`, as a policy and every screen spell it. */
export const attributeName = ({ namespace, key }: Named): string => `${namespace}.${key}`;

const bareValue = /^[A-Za-z0-9_:-]+$/;

/**
 * The attribute as it stands in a ZPR policy: `app.tier:web`, and in quotes as a whole when its value needs them, with
 * inner quotes doubled: https://docs.oracle.com/en-us/iaas/Content/zero-trust-packet-routing/policies.htm
 */
export function policyText(attribute: Named & Pick<SecurityAttribute, "value">): string {
  const text = `${attributeName(attribute)}:${attribute.value}`;
  return bareValue.test(attribute.value) ? text : `'${text.replaceAll("'", "''")}'`;
}
