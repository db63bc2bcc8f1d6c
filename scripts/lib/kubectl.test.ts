import { delimiter } from "node:path";
import { expect, test } from "vitest";
import { installedKubectl } from "@/scripts/lib/kubectl.mjs";

const path = ["/usr/local/bin", "/usr/bin"].join(delimiter);

test("the first kubectl on the PATH is taken", () => {
  const files = ["/usr/local/bin/kubectl", "/usr/bin/kubectl"];
  expect(installedKubectl({ PATH: path, NODE_ENV: "test" }, (file) => files.includes(file))).toBe(files[0]);
});

test("KUBECTL_PATH wins, and is an error when it names nothing", () => {
  const env = { PATH: path, KUBECTL_PATH: "/opt/kubectl", NODE_ENV: "test" } as const;
  expect(installedKubectl(env, () => true)).toBe("/opt/kubectl");
  expect(() => installedKubectl(env, () => false)).toThrow("KUBECTL_PATH is /opt/kubectl, and there is no such file.");
});

test("no kubectl is null, not a guess", () => {
  expect(installedKubectl({ PATH: path, NODE_ENV: "test" }, () => false)).toBeNull();
});
