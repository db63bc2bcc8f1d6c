import { describe, expect, test } from "vitest";
import { parseEnv } from "@/lib/server/env";

describe("the environment", () => {
  test("has defaults for what is not set or set to nothing", () => {
    expect(parseEnv({})).toEqual({ port: 3000, logLevel: "info" });
    expect(parseEnv({ PORT: "", ZPR_LOG_LEVEL: "" })).toEqual({ port: 3000, logLevel: "info" });
  });

  test.each(["0", "65536", "80a", "-1", "3000 ", "1e3"])("refuses the port %j by name", (PORT) => {
    expect(() => parseEnv({ PORT })).toThrow("PORT must be a number from 1 to 65535.");
  });

  test("refuses a log level that does not exist by name", () => {
    expect(() => parseEnv({ ZPR_LOG_LEVEL: "loud" })).toThrow("ZPR_LOG_LEVEL must be one of debug, info");
  });
});
