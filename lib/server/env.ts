import "server-only";
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
});

/** What `lib/server` reads from the process environment; credentials and endpoints are read by `lib/oci`. */
export type ServerEnv = {
  /** The port that the console listens on, always on 127.0.0.1: the Host allow-list is made of it. */
  readonly port: number;
  readonly logLevel: (typeof logLevels)[number];
  /** How many resources one change plan may change. */
  readonly planLimit: number;
};

/** Takes environment variables and gives what they mean. Throws one sentence naming the variable that is wrong. */
export function parseEnv(variables: Readonly<Record<string, string | undefined>>): ServerEnv {
  const parsed = v.safeParse(envSchema, variables, { abortPipeEarly: true });
  if (!parsed.success) {
    throw new Error(parsed.issues.map((issue) => `${v.getDotPath(issue)} ${issue.message}.`).join(" "));
  }
  return { port: parsed.output.PORT, logLevel: parsed.output.ZPR_LOG_LEVEL, planLimit: parsed.output.ZPR_PLAN_LIMIT };
}

let parsedEnv: ServerEnv | null = null;

/** The environment of this process, parsed at first use. */
export function serverEnv(): ServerEnv {
  parsedEnv ??= parseEnv(process.env);
  return parsedEnv;
}
