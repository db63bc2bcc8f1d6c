import { X509Certificate } from "node:crypto";
import { request, createServer } from "node:https";
import type { AddressInfo } from "node:net";
import { expect, test } from "vitest";
import { newLoopbackCertificates } from "@/emulator/kubernetes/certificates";

const now = Date.parse("2026-11-23T12:00:00Z");

test("the certificate is for 127.0.0.1 and localhost, signed by the authority, and by no other", () => {
  const made = newLoopbackCertificates(now);
  const authority = new X509Certificate(made.certificateAuthority);
  const server = new X509Certificate(made.certificate);
  expect([authority.ca, server.ca]).toEqual([true, false]);
  expect(server.checkIP("127.0.0.1")).toBe("127.0.0.1");
  expect(server.checkHost("localhost", { subject: "never" })).toBe("localhost");
  expect(server.checkIP("127.0.0.2")).toBeUndefined();
  expect(server.verify(authority.publicKey) && server.checkIssued(authority)).toBe(true);
  const other = new X509Certificate(newLoopbackCertificates(now).certificateAuthority);
  expect(server.verify(other.publicKey)).toBe(false);
  expect(Date.parse(server.validFrom)).toBe(now - 24 * 3_600_000);
});

test("a client that trusts the authority connects; one that does not, does not", async () => {
  const { certificateAuthority, certificate, privateKey } = newLoopbackCertificates(Date.now());
  const server = createServer({ cert: certificate, key: privateKey }, (_incoming, outgoing) => outgoing.end("in"));
  await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const statusWith = (ca: string | undefined, hostname: string) =>
    new Promise<unknown>((resolve) => {
      const call = request({ hostname, port, ca, agent: false }, (response) => {
        response.resume();
        resolve(response.statusCode);
      });
      call.once("error", (error: NodeJS.ErrnoException) => resolve(error.code)).end();
    });
  try {
    expect(await statusWith(certificateAuthority, "127.0.0.1")).toBe(200);
    expect(await statusWith(undefined, "127.0.0.1")).toBe("UNABLE_TO_VERIFY_LEAF_SIGNATURE");
    expect(await statusWith(newLoopbackCertificates(Date.now()).certificateAuthority, "127.0.0.1")).not.toBe(200);
  } finally {
    server.close();
  }
});
