/** What a person decides of a policy; its name is decided once, when it is made. */
export type ZprPolicyText = { readonly description: string; readonly statements: readonly string[] };

/**
 * One write of a ZPR policy. An update replaces the description and the whole list of statements; the etag is that of
 * the read on which the write is based.
 */
export type ZprPolicyWrite =
  | { readonly action: "create"; readonly name: string; readonly text: ZprPolicyText }
  | { readonly action: "update"; readonly policyId: string; readonly etag: string; readonly text: ZprPolicyText }
  | { readonly action: "delete"; readonly policyId: string; readonly etag: string };
