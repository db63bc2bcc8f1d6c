import { homedir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parseEnv } from "@/lib/server/env";

const home = join(".config", "zpr-console", "guards.yaml");

describe("the environment", () => {
  test("has defaults for what is not set or set to nothing", () => {
    const defaults = { port: 3000, logLevel: "info", planLimit: 10, guardsPath: join(homedir(), home) };
    expect(parseEnv({})).toEqual(defaults);
    expect(parseEnv({ PORT: "", ZPR_LOG_LEVEL: "", ZPR_GUARDS: "", XDG_CONFIG_HOME: "" })).toEqual(defaults);
  });

  test.each(["0", "65536", "80a", "-1", "3000 ", "1e3"])("refuses the port %j by name", (PORT) => {
    expect(() => parseEnv({ PORT })).toThrow("PORT must be a number from 1 to 65535.");
  });

  test.each(["0", "201", "ten", "1.5"])("refuses the limit of a plan %j by name", (ZPR_PLAN_LIMIT) => {
    expect(() => parseEnv({ ZPR_PLAN_LIMIT })).toThrow("ZPR_PLAN_LIMIT must be a number from 1 to 200.");
    expect(parseEnv({ ZPR_PLAN_LIMIT: "25" }).planLimit).toBe(25);
  });

  test("the guard file is where ZPR_GUARDS says, or below the person's configuration", () => {
    expect(parseEnv({ ZPR_GUARDS: "/srv/guards.yaml", XDG_CONFIG_HOME: "/x" }).guardsPath).toBe("/srv/guards.yaml");
    expect(parseEnv({ XDG_CONFIG_HOME: "/x" }).guardsPath).toBe(join("/x", "zpr-console", "guards.yaml"));
    expect(parseEnv({ XDG_CONFIG_HOME: "not/absolute" }).guardsPath).toBe(join(homedir(), home));
  });

  test("refuses a log level that does not exist by name", () => {
    expect(() => parseEnv({ ZPR_LOG_LEVEL: "loud" })).toThrow("ZPR_LOG_LEVEL must be one of debug, info");
  });
});
