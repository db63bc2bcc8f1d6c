import { type ChangeTarget, ociOptionOf, ociWriteOf, shellWord } from "@/lib/oke/change-as-code";
import { posixWord, visibleJson } from "@/lib/oke/quoting";
import type { SecurityAttribute } from "@/lib/zpr/security-attribute";
import { attributeNameKey } from "@/lib/zpr/security-attributes";

/** The write of one resource as a part of a shell script. */
export type ScriptStep = {
  /** Of the object that is written: the two surfaces of a node pool are one. */
  readonly ocid: string;
  /** Reads the object with the OCI CLI. */
  readonly get: string;
  /** Writes it, guarded by the shell variable `etag`; or annotates its manifest with `kubectl`. */
  readonly write: string;
  /** The word after `--query` of `get` that gives `yes` while a read shows the reviewed set, else `no`. */
  readonly isReviewed: string;
  /** The same for the set that is written. */
  readonly isWritten: string;
};

/** Where the set stands in what the CLI prints, in its query language (JMESPath). */
function placesOf(target: ChangeTarget): readonly string[] {
  const set = '"security-attributes"';
  switch (target.kind) {
    case "cluster-endpoint":
      return [`data."endpoint-config".${set}`];
    case "node-pool-primary-vnic":
      return [`data."primary-vnic".${set}`];
    case "node-pool-secondary-vnics":
      return target.nodePool.secondaryVnics.map(
        (_, index) => `data."secondary-vnics"[${index}]."create-vnic-details".${set}`,
      );
    case "load-balancer":
    case "network-load-balancer":
    case "mount-target":
      return [`data.${set}`];
  }
}

const literal = (value: string | null) => `\`${visibleJson(value).replaceAll("`", "\\`")}\``;

/**
 * Asks for every value that is to stand there and for every name that is to be gone. Not for modes: services add
 * members of their own. What the console cannot read is asked for nothing.
 */
function queryFor(
  places: readonly string[],
  before: readonly SecurityAttribute[],
  after: readonly SecurityAttribute[],
) {
  const readable = ({ unreadable }: SecurityAttribute) => unreadable === null;
  const kept = new Set(after.map(({ namespace, key }) => attributeNameKey(namespace, key)));
  const gone = before.filter(({ namespace, key }) => key !== "" && !kept.has(attributeNameKey(namespace, key)));
  const named = ({ namespace, key }: SecurityAttribute) => `.${visibleJson(namespace)}.${visibleJson(key)}`;
  const conditions = places.flatMap((place) => [
    ...after.filter(readable).map((attribute) => `${place}${named(attribute)}."value" == ${literal(attribute.value)}`),
    ...gone.map((attribute) => `${place}${named(attribute)} == ${literal(null)}`),
  ]);
  return posixWord(`(${conditions.join(" && ") || "`true`"}) && 'yes' || 'no'`);
}

const noun = (command: string) => command.split(" ").slice(0, -1).join(" ");

/**
 * One resource of a plan for a shell script.
 * @param kubectl the command that annotates its manifest, where one owns the set; else the set is written to OCI
 */
export function scriptStepFor(change: {
  readonly target: ChangeTarget;
  readonly region: string;
  readonly before: readonly SecurityAttribute[];
  readonly after: readonly SecurityAttribute[];
  readonly kubectl: string | null;
}): ScriptStep {
  const { target, region, before, after, kubectl } = change;
  const { command, ocidOption, body } = ociWriteOf(target, after);
  const [option, ocid] = ocidOption;
  const places = placesOf(target);
  const which = `${option} ${shellWord(ocid)} --region ${shellWord(region)}`;
  const update = [
    `${command} ${which}`,
    ...Object.entries(body).map(([member, value]) => `  ${ociOptionOf(member)} ${shellWord(visibleJson(value))}`),
    '  --if-match "$etag"',
  ].join(" \\\n");
  return {
    ocid,
    get: `${noun(command)} get ${which}`,
    write: kubectl ?? update,
    isReviewed: queryFor(places, [], before),
    isWritten: queryFor(places, before, after),
  };
}
