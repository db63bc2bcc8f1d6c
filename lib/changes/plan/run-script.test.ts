import { spawn } from "node:child_process";
import { chmod, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as v from "valibot";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { startEmulator, type RunningEmulator } from "@/emulator/server";
import { previewPlan } from "@/lib/changes/plan/preview-plan";
import { makeWorld, type EmulatedWorld } from "@/lib/changes/testing/emulated-world";
import type { PlannedStep } from "@/lib/contract/change-plan";
import { planAsShell } from "@/lib/oke/plan-script";
import type { ChangeOperation } from "@/lib/zpr/change-operation";

type Ready = Extract<PlannedStep, { state: "ready" }>;

/** `oci` and `kubectl` as far as the script needs them: etags that are checked, sets that are shown once written. */
const program = `
const { appendFileSync, readFileSync, writeFileSync } = require("node:fs");
const { basename, join } = require("node:path");
const [, self, ...args] = process.argv;
const state = JSON.parse(readFileSync(join(process.env.FAKE, "state.json"), "utf8"));
const name = basename(self);
appendFileSync(join(process.env.FAKE, "calls.jsonl"), JSON.stringify([name, ...args]) + "\\n");
const save = () => writeFileSync(join(process.env.FAKE, "state.json"), JSON.stringify(state));
const valueOf = (option) => args[args.indexOf(option) + 1];
if (name === "sleep") process.exit(0);
if (name === "kubectl") { state.annotated = true; save(); process.exit(0); }
const ocid = args.find((arg) => arg.startsWith("ocid1."));
const object = (state.objects[ocid] ??= { etag: "none", written: false });
if (args.includes("get")) {
  const query = valueOf("--query");
  process.stdout.write((query === "etag" ? object.etag : object.written || state.annotated ? "yes" : "no") + "\\n");
  process.exit(0);
}
if (state.failing === ocid || valueOf("--if-match") !== object.etag) process.exit(1);
Object.assign(object, { etag: object.etag + "+", written: true });
save();
`;

let emulator: RunningEmulator;
let acme: EmulatedWorld;
let hostile: EmulatedWorld;
beforeAll(async () => {
  emulator = await startEmulator();
  acme = await makeWorld(emulator, "acme");
  hostile = await makeWorld(emulator, "hostile");
}, 120_000);
afterAll(() => emulator.close());

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "plan-script-"));
  for (const name of ["oci", "kubectl", "sleep"]) {
    await writeFile(join(folder, name), `#!${process.execPath}\n${program}`);
    await chmod(join(folder, name), 0o755);
  }
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const readyOf = async (
  world: EmulatedWorld,
  resourceIds: readonly string[],
  operations: readonly ChangeOperation[],
) => {
  const { steps } = await previewPlan(
    world.ociContext,
    { inventory: world.inventory, limit: 200 },
    { resourceIds, operations },
  );
  return steps.filter((step): step is Ready => step.state === "ready");
};

type Fake = { readonly changed?: string; readonly failing?: string; readonly stdin?: string };
const call = v.pipe(v.string(), v.parseJson(), v.array(v.string()));

/** Runs the script of these steps with the shell of the system. */
async function run(steps: readonly Ready[], { changed, failing, stdin = "\n\n\n\n" }: Fake = {}) {
  const objects = Object.fromEntries(
    steps.map(({ script: { ocid }, etag }) => [ocid, { etag: ocid === changed ? "another" : etag, written: false }]),
  );
  await writeFile(join(folder, "state.json"), JSON.stringify({ objects, failing }));
  const text = planAsShell(steps.map((step) => ({ ...step, isManifest: step.preview.annotation !== null })));
  await writeFile(join(folder, "plan.sh"), text);
  const child = spawn("/bin/sh", [join(folder, "plan.sh")], {
    cwd: folder,
    env: { NODE_ENV: "test", PATH: `${folder}:/usr/bin:/bin`, FAKE: folder },
  });
  let output = "";
  let errors = "";
  child.stdout.on("data", (data: Buffer) => (output += data.toString()));
  child.stderr.on("data", (data: Buffer) => (errors += data.toString()));
  child.stdin.end(stdin);
  const code = await new Promise<number | null>((resolve) => child.on("close", resolve));
  const lines = (await readFile(join(folder, "calls.jsonl"), "utf8")).trim().split("\n");
  const calls = lines.map((line) => v.parse(call, line));
  return { code, output, errors, writes: calls.filter((args) => args[0] === "kubectl" || args.includes("--if-match")) };
}

const label: ChangeOperation = { op: "add", namespace: "network", key: "zone", value: "app" };
const plain = () => [
  acme.resource("mount-target", "installers").id,
  acme.resource("network-load-balancer", "syslog").id,
  acme.resource("load-balancer", "storefront-canary").id,
];

describe("the shell script of a plan", () => {
  test("writes one resource after the other, each with the etag that was read and the whole set", async () => {
    const steps = await readyOf(acme, plain(), [label]);
    const { code, errors, output, writes } = await run(steps);
    expect([code, errors]).toEqual([0, ""]);
    expect(writes.map((args) => args.slice(0, 4))).toEqual([
      ["oci", "fs", "mount-target", "update"],
      ["oci", "nlb", "network-load-balancer", "update"],
      ["oci", "lb", "load-balancer", "update"],
    ]);
    for (const [index, { etag, preview, script }] of steps.entries()) {
      const args = writes[index] ?? [];
      expect(args).toContain(script.ocid);
      expect(args[args.indexOf("--if-match") + 1]).toBe(etag);
      const sent: unknown = JSON.parse(args[args.indexOf("--security-attributes") + 1] ?? "");
      expect(sent).toEqual(JSON.parse(preview.asCode?.json ?? "").securityAttributes);
    }
    expect(output).toContain('Verified: "storefront-canary"');
  });

  test("stops at the first that fails, and writes nothing after it", async () => {
    const steps = await readyOf(acme, plain(), [label]);
    const { code, output, writes } = await run(steps, { failing: steps[1]?.script.ocid ?? "" });
    expect(code).not.toBe(0);
    expect(writes).toHaveLength(2);
    expect(output).toBe('Verified: "installers"\n');
  });

  test("stops before one that was changed after the review, and says which", async () => {
    const steps = await readyOf(acme, plain(), [label]);
    const { code, errors, writes } = await run(steps, { changed: steps[1]?.script.ocid ?? "" });
    expect(code).toBe(1);
    expect(errors).toBe('Changed after the review: "syslog". It was left as it is.\n');
    expect(writes).toHaveLength(1);
  });

  test("reads the etag anew where its own first write gave the node pool another one", async () => {
    const ids = (["node-pool-secondary-vnics", "node-pool-primary-vnic"] as const).map(
      (kind) => acme.resource(kind, "canary").id,
    );
    const steps = await readyOf(acme, ids, [{ op: "add", namespace: "app", key: "tier", value: "web" }]);
    const { code, errors, writes } = await run(steps);
    expect([code, errors, writes.length]).toEqual([0, "", 2]);
    expect(writes.map((args) => args[args.indexOf("--if-match") + 1])).toEqual([steps[0]?.etag, `${steps[0]?.etag}+`]);
  });

  test("annotates the manifest that owns a set with kubectl, once the person has said which cluster it speaks to", async () => {
    const owned = acme.inventory.resources.filter(({ owner }) => owner.type.endsWith("annotation")).map(({ id }) => id);
    const steps = (await readyOf(acme, owned, [label])).slice(0, 1);
    expect(steps).toHaveLength(1);
    const { code, writes } = await run(steps);
    expect(code).toBe(0);
    expect(writes.map((args) => args[0])).toEqual(["kubectl"]);
    expect(writes[0]).toContain("--resource-version");
    await rm(join(folder, "calls.jsonl"));
    await writeFile(join(folder, "calls.jsonl"), "");
    const unanswered = await run(steps, { stdin: "" }).catch(() => null);
    expect(unanswered?.writes ?? []).toEqual([]);
  });

  test("hands hostile names and values on as they are, and runs nothing of them", async () => {
    const ids = hostile.inventory.resources.map(({ id }) => id);
    const value = `'; touch owned; echo "$(touch owned)\`touch owned\`" \\ !x <b>`;
    const steps = await readyOf(hostile, ids, [
      { op: "replace", namespace: "free", key: "key-1", value },
      {
        op: "remove",
        namespace: "<script>globalThis.pwned=1</script>",
        key: '"><img src=x onerror="globalThis.pwned=1">',
      },
    ]);
    const ofKind = (kind: Ready["kind"]) => steps.filter((step) => step.kind === kind).slice(0, 2);
    const shown = [...ofKind("node-pool-secondary-vnics"), ...ofKind("cluster-endpoint"), ...ofKind("mount-target")];
    expect(shown.length).toBeGreaterThan(4);
    const { code, errors, writes } = await run(shown);
    expect([code, errors]).toEqual([0, ""]);
    expect(writes).toHaveLength(shown.length);
    await expect(readFile(join(folder, "owned"))).rejects.toThrow("ENOENT");
  }, 60_000);
});
