import { planCodeHead } from "@/lib/oke/plan-as-terraform";
import { posixWord, visibleJson } from "@/lib/oke/quoting";
import type { ResourceKind } from "@/lib/oke/resource-kind";
import type { ScriptStep } from "@/lib/oke/script-step";

/** One resource of a plan, with its write. */
export type PlanScriptStep = {
  readonly resourceId: string;
  readonly kind: ResourceKind;
  readonly displayName: string;
  readonly region: string;
  readonly clusterName: string | null;
  /** The etag of the review; of a manifest, the command itself holds the version. */
  readonly etag: string;
  readonly isManifest: boolean;
  readonly script: ScriptStep;
};

/** What a person does by hand: it is written down, and not run. */
export type PlanHandStep = Pick<PlanScriptStep, "resourceId" | "kind" | "displayName" | "region"> & {
  readonly reason: string;
  readonly commands: readonly string[];
};

const prelude = String.raw`#!/bin/sh
# Stops at the first resource that fails or that was changed after the review, and goes on only when a fresh read shows
# the change. The OCI CLI asks before it replaces a set.
set -eu

stop() {
  printf '%s\n' "$1" >&2
  exit 1
}

# shown NAME COMMAND...: waits up to 20 minutes until the command gives "yes".
shown() {
  name=$1
  shift
  tries=120
  while [ "$tries" -gt 0 ]; do
    if [ "$("$@" || true)" = yes ]; then
      printf 'Verified: %s\n' "$name"
      return
    fi
    tries=$((tries - 1))
    sleep 10
  done
  stop "Not shown by a fresh read within 20 minutes: $name. Nothing after it was changed."
}`;

const commented = (text: string) =>
  text
    .split("\n")
    .map((line) => `#   ${line}`)
    .join("\n");

function written(step: PlanScriptStep, isFirstOfObject: boolean): readonly string[] {
  const { displayName, clusterName, etag, isManifest, script } = step;
  const name = visibleJson(displayName);
  if (isManifest) {
    const cluster = visibleJson(clusterName ?? "its cluster");
    const question = posixWord(`kubectl must speak to the cluster ${cluster}. Press Enter when it does. `);
    return [`printf '%s' ${question}`, "read -r _", script.write];
  }
  const changed = `stop ${posixWord(`Changed after the review: ${name}. It was left as it is.`)}`;
  return [
    `etag=$(${script.get} --query etag --raw-output)`,
    // Where another surface of the object was written before, its etag is not the reviewed one any more.
    isFirstOfObject
      ? `[ "$etag" = ${posixWord(etag)} ] || ${changed}`
      : `[ "$(${script.get} --raw-output --query ${script.isReviewed})" = yes ] || ${changed}`,
    script.write,
  ];
}

/**
 * The plan as a POSIX shell script: its commands in the order of the run, each guarded by an etag that is read just
 * before, and followed by reads until one shows the change. It ends at the first that fails.
 */
export function planAsShell(steps: readonly PlanScriptStep[], byHand: readonly PlanHandStep[] = []): string {
  const blocks = steps.map((step, index) => {
    const { script } = step;
    const isFirstOfObject = !steps
      .slice(0, index)
      .some((other) => !other.isManifest && other.script.ocid === script.ocid);
    return [
      `# ${index + 1} of ${steps.length}: ${planCodeHead(step)}`,
      ...written(step, isFirstOfObject),
      `shown ${posixWord(visibleJson(step.displayName))} ${script.get} --raw-output --query ${script.isWritten}`,
    ].join("\n");
  });
  const hands = byHand.map((step) =>
    [`# By hand: ${planCodeHead(step)}`, commented(visibleJson(step.reason)), ...step.commands.map(commented)].join(
      "\n",
    ),
  );
  return `${[prelude, ...blocks, ...hands].join("\n\n")}\n`;
}
