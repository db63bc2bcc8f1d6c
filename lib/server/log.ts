import "server-only";
import { pino, type Logger } from "pino";
import { serverEnv } from "@/lib/server/env";

/**
 * What JSON itself leaves as it is and a terminal or an editor acts upon: DEL and C1 controls, zero-width and bidi
 * marks, line separators.
 */
const actingCharacters = /[\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]/g;

const secrets: readonly (readonly [RegExp, string])[] = [
  [/-----BEGIN [A-Z ]*KEY-----.*?(?:-----END [A-Z ]*KEY-----|$)/g, "[key removed]"],
  [/Signature version=[^\s]*keyId=(?:\\"|")?.*?signature=(?:\\"|").*?(?:\\"|")/gi, "[signature removed]"],
  [/\b(?:Bearer\s+|ST\$)[A-Za-z0-9._~+/=-]{8,}/g, "[token removed]"],
];

/** Takes one JSON line and gives the same line with secrets taken out and acting characters escaped. */
export function safeLogLine(line: string): string {
  const withoutSecrets = secrets.reduce((text, [pattern, instead]) => text.replace(pattern, instead), line);
  return withoutSecrets.replace(
    actingCharacters,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

const secretMembers = [
  "authorization",
  "privateKey",
  "passPhrase",
  "passphrase",
  "securityToken",
  "pageToken",
  "key_file",
];

/** A logger that writes one JSON line an event to `write`. */
export function makeLog(write: (line: string) => void, level: string): Logger {
  return pino(
    {
      level,
      base: null,
      timestamp: () => `,"time":"${new Date().toISOString()}"`,
      formatters: { level: (label) => ({ level: label }) },
      redact: { paths: secretMembers.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]), censor: "[removed]" },
    },
    { write: (line) => write(safeLogLine(line)) },
  );
}

let processLog: Logger | null = null;

/** The log of this process: JSON lines on standard output. */
export function log(): Logger {
  processLog ??= makeLog((line) => process.stdout.write(line), serverEnv().logLevel);
  return processLog;
}
