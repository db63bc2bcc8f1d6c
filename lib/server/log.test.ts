import { describe, expect, test } from "vitest";
import { makeLog } from "@/lib/server/log";

const logged = (write: (log: ReturnType<typeof makeLog>) => void): string[] => {
  const lines: string[] = [];
  write(makeLog((line) => lines.push(line), "info"));
  return lines;
};

describe("the log", () => {
  test.each([
    "a\nb",
    "a\r\nb",
    "\u001b[31mred",
    "\u009b31m",
    "\u202Eevil",
    "a\u2028b",
    "\u200Bzero",
    "a\u0000b",
    "\ufeff",
  ])("writes %j as one line without a character that acts on a terminal", (text) => {
    const lines = logged((log) => log.info({ text }, text));
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(/^[^\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+\n$/u);
    expect(JSON.parse(lines[0] ?? "")).toMatchObject({ msg: text, text });
  });

  test("takes out members that hold secrets, wherever they stand", () => {
    const [line] = logged((log) =>
      log.info({
        authorization: "canary-1",
        principal: { privateKey: "canary-2" },
        a: { b: { pageToken: "canary-3" } },
      }),
    );
    expect(line).not.toContain("canary");
  });

  test("takes out keys, signatures and tokens from texts and from the causes of errors", () => {
    const key = "-----BEGIN RSA PRIVATE KEY-----\ncanary1\n-----END RSA PRIVATE KEY-----";
    const signature = 'Signature version="1",keyId="canary2/u/f",algorithm="rsa-sha256",signature="canary3="';
    const token = "ST$eyJcanary4.abc";
    const lines = logged((log) => {
      log.info(`${key} and ${signature} and ${token}`);
      log.error({ err: new Error("outer", { cause: new Error(`inner ${key} ${signature} Bearer canary5xxxx`) }) });
    });
    expect(lines.join("")).not.toContain("canary");
    expect(lines.join("")).toContain("removed");
  });
});
