import { generateKeyPairSync, randomBytes, sign, type KeyObject } from "node:crypto";
import * as der from "@/emulator/kubernetes/der";

/** What a listener on loopback needs for TLS, and what its clients need to trust it. All PEM. */
export type LoopbackCertificates = {
  readonly certificateAuthority: string;
  readonly certificate: string;
  readonly privateKey: string;
};

type Subject = {
  readonly name: string;
  readonly publicKey: KeyObject;
  readonly extensions: readonly Buffer[];
};

const ecdsaWithSha256 = der.sequence(der.objectIdentifier("1.2.840.10045.4.3.2"));
const yearMs = 365 * 24 * 3_600_000;

/**
 * Makes a certificate authority of its own and a certificate for 127.0.0.1 and localhost that it has signed, both with
 * ECDSA on P-256. Nothing is kept: every process has another one. `now` is ms since 1970.
 */
export function newLoopbackCertificates(now: number): LoopbackCertificates {
  const authority = generateKeyPairSync("ec", { namedCurve: "prime256v1" });
  const server = generateKeyPairSync("ec", { namedCurve: "prime256v1" });
  const authorityName = `OCI emulator ${randomBytes(4).toString("hex")}`;
  const issued = (subject: Subject) => certificateOf(subject, authorityName, authority.privateKey, now);
  return {
    certificateAuthority: issued({
      name: authorityName,
      publicKey: authority.publicKey,
      extensions: [
        extension("2.5.29.19", der.sequence(der.isTrue), "critical"),
        // Signs certificates, and nothing else: bit 5 of KeyUsage.
        extension("2.5.29.15", der.bitString(Buffer.from([0b0000_0100]), 2), "critical"),
      ],
    }),
    certificate: issued({
      name: "127.0.0.1",
      publicKey: server.publicKey,
      extensions: [
        extension("2.5.29.19", der.sequence(), "critical"),
        extension("2.5.29.15", der.bitString(Buffer.from([0b1000_0000]), 7), "critical"),
        extension("2.5.29.37", der.sequence(der.objectIdentifier("1.3.6.1.5.5.7.3.1")), "plain"),
        extension(
          "2.5.29.17",
          der.sequence(
            der.contextSpecific(2, Buffer.from("localhost"), "primitive"),
            der.contextSpecific(7, Buffer.from([127, 0, 0, 1]), "primitive"),
          ),
          "plain",
        ),
      ],
    }),
    privateKey: server.privateKey.export({ type: "pkcs8", format: "pem" }).toString(),
  };
}

/** https://www.rfc-editor.org/rfc/rfc5280#section-4.1 */
function certificateOf(subject: Subject, issuer: string, issuerKey: KeyObject, now: number): string {
  const toBeSigned = der.sequence(
    der.contextSpecific(0, der.integer(Buffer.from([2])), "constructed"),
    der.integer(randomBytes(16)),
    ecdsaWithSha256,
    commonName(issuer),
    // From the day before, for clocks that are late.
    der.sequence(der.generalizedTime(now - 24 * 3_600_000), der.generalizedTime(now + 10 * yearMs)),
    commonName(subject.name),
    subject.publicKey.export({ type: "spki", format: "der" }),
    der.contextSpecific(3, der.sequence(...subject.extensions), "constructed"),
  );
  const signature = sign("sha256", toBeSigned, issuerKey);
  return pem(der.sequence(toBeSigned, ecdsaWithSha256, der.bitString(signature)));
}

function commonName(name: string): Buffer {
  return der.sequence(der.set(der.sequence(der.objectIdentifier("2.5.4.3"), der.utf8String(name))));
}

function extension(identifier: string, value: Buffer, weight: "critical" | "plain"): Buffer {
  const critical = weight === "critical" ? [der.isTrue] : [];
  return der.sequence(der.objectIdentifier(identifier), ...critical, der.octetString(value));
}

function pem(content: Buffer): string {
  const lines = content.toString("base64").match(/.{1,64}/g) ?? [];
  return ["-----BEGIN CERTIFICATE-----", ...lines, "-----END CERTIFICATE-----", ""].join("\n");
}
