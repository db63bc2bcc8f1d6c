import { posixWord, visibleJson } from "@/lib/oke/quoting";
import type { ZprPolicyWrite } from "@/lib/zpr/zpr-policy-write";

/** A write of a policy for other tools. Never holds a secret. */
export type PolicyAsCode = {
  /** One command of the OCI CLI, quoted for a POSIX shell. */
  readonly cli: string;
  /** The body of the API call; `null` for a deletion, which has none. */
  readonly json: string | null;
};

const shellWord = (text: string) => (/^[A-Za-z0-9_./:@-]+$/.test(text) ? text : posixWord(text));

type Place = { readonly homeRegion: string; readonly tenancyId: string };
type Options = readonly (readonly [name: string, value: string])[];

const textOptions = ({ description, statements }: Extract<ZprPolicyWrite, { action: "update" }>["text"]): Options => [
  ["--description", description],
  ["--statements", visibleJson(statements)],
];

function optionsOf(write: ZprPolicyWrite, { tenancyId }: Place): Options {
  switch (write.action) {
    case "create":
      return [["--compartment-id", tenancyId], ["--name", write.name], ...textOptions(write.text)];
    case "update":
      return [["--zpr-policy-id", write.policyId], ...textOptions(write.text), ["--if-match", write.etag]];
    case "delete":
      return [
        ["--zpr-policy-id", write.policyId],
        ["--if-match", write.etag],
      ];
  }
}

function bodyOf(write: ZprPolicyWrite, { tenancyId }: Place): object | null {
  switch (write.action) {
    case "create":
      return { compartmentId: tenancyId, name: write.name, ...write.text };
    case "update":
      return write.text;
    case "delete":
      return null;
  }
}

/**
 * The same write as a command and as the body of the API call. An update and a deletion are guarded by the etag that they
 * were checked against, and the command asks before it replaces or deletes, as the CLI does without `--force`.
 * https://docs.oracle.com/en-us/iaas/tools/oci-cli/latest/oci_cli_docs/cmdref/zpr/zpr-policy.html
 */
export function policyAsCode(write: ZprPolicyWrite, place: Place): PolicyAsCode {
  const options: Options = [...optionsOf(write, place), ["--region", place.homeRegion]];
  const lines = [
    `oci zpr zpr-policy ${write.action}`,
    ...options.map(([name, value]) => `  ${name} ${shellWord(value)}`),
  ];
  const body = bodyOf(write, place);
  return { cli: lines.join(" \\\n"), json: body && visibleJson(body, 2) };
}
