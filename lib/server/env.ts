import "server-only";
import { homedir } from "node:os";
import { isAbsolute, join, resolve } from "node:path";
import * as v from "valibot";

const port = v.pipe(
  v.string(),
  v.regex(/^\d{1,5}$/, "must be a number from 1 to 65535"),
  v.transform(Number),
  v.minValue(1, "must be a number from 1 to 65535"),
  v.maxValue(65_535, "must be a number from 1 to 65535"),
);

const planLimit = v.pipe(
  v.string(),
  v.regex(/^\d{1,3}$/, "must be a number from 1 to 200"),
  v.transform(Number),
  v.minValue(1, "must be a number from 1 to 200"),
  v.maxValue(200, "must be a number from 1 to 200"),
);

const logLevels = ["debug", "info", "warn", "error", "silent"] as const;

/** A variable that is set to nothing counts as not set. */
const setting = <S extends v.GenericSchema<string, unknown>>(schema: S, fallback: string) =>
  v.pipe(
    v.optional(v.string(), ""),
    v.transform((text) => text || fallback),
    schema,
  );

const envSchema = v.object({
  PORT: setting(port, "3000"),
  ZPR_LOG_LEVEL: setting(v.picklist(logLevels, `must be one of ${logLevels.join(", ")}`), "info"),
  ZPR_PLAN_LIMIT: setting(planLimit, "10"),
  ZPR_GUARDS: setting(v.string(), ""),
  XDG_CONFIG_HOME: setting(v.string(), ""),
});

/** What `lib/server` reads from the process environment; credentials and endpoints are read by `lib/oci`. */
export type ServerEnv = {
  /** The port that the console listens on, always on 127.0.0.1: the Host allow-list is made of it. */
  readonly port: number;
  readonly logLevel: (typeof logLevels)[number];
  /** How many resources one change plan may change. */
  readonly planLimit: number;
  /** Where the guard file is, or would be. */
  readonly guardsPath: string;
};

/** A relative `XDG_CONFIG_HOME` counts as not set, as its specification wants it. */
function guardsPathFrom(given: string, configHome: string): string {
  if (given !== "") return resolve(given);
  const home = isAbsolute(configHome) ? configHome : join(homedir(), ".config");
  return join(home, "zpr-console", "guards.yaml");
}

/** Takes environment variables and gives what they mean. Throws one sentence naming the variable that is wrong. */
export function parseEnv(variables: Readonly<Record<string, string | undefined>>): ServerEnv {
  const parsed = v.safeParse(envSchema, variables, { abortPipeEarly: true });
  if (!parsed.success) {
    throw new Error(parsed.issues.map((issue) => `${v.getDotPath(issue)} ${issue.message}.`).join(" "));
  }
  const { PORT, ZPR_LOG_LEVEL, ZPR_PLAN_LIMIT, ZPR_GUARDS, XDG_CONFIG_HOME } = parsed.output;
  const guardsPath = guardsPathFrom(ZPR_GUARDS, XDG_CONFIG_HOME);
  return { port: PORT, logLevel: ZPR_LOG_LEVEL, planLimit: ZPR_PLAN_LIMIT, guardsPath };
}

let parsedEnv: ServerEnv | null = null;

/** The environment of this process, parsed at first use. */
export function serverEnv(): ServerEnv {
  parsedEnv ??= parseEnv(process.env);
  return parsedEnv;
}
