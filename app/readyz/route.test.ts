import { expect, test, vi } from "vitest";
import { OciConfigurationError } from "@/lib/oci/configuration-error";
import { currentSession } from "@/lib/server/session";

vi.stubEnv("PORT", "3100");
vi.stubEnv("ZPR_LOG_LEVEL", "silent");
vi.mock("@/lib/server/session", () => ({ currentSession: vi.fn() }));
const { GET } = await import("@/app/readyz/route");

const ask = async (thrown: Error) => {
  vi.mocked(currentSession).mockImplementationOnce(() => {
    throw thrown;
  });
  const response = await GET(new Request("http://127.0.0.1:3100/readyz", { headers: { host: "127.0.0.1:3100" } }));
  return { status: response.status, body: await response.text() };
};

test("a configuration that cannot be used is told without its details", async () => {
  const { status, body } = await ask(new OciConfigurationError("Profile A of /home/me/.oci/config …", null));
  expect(status).toBe(503);
  expect(JSON.parse(body)).toEqual({ status: "configuration-unusable" });
});

test("a bug is not taken for a configuration that cannot be used", async () => {
  expect((await ask(new Error("a bug"))).status).toBe(500);
});
