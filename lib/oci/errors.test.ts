import { FetchHttpClient, NoRetryConfigurationDetails } from "oci-common";
import { ContainerEngineClient } from "oci-containerengine";
import { describe, expect, test, vi } from "vitest";
import { displayText } from "@/lib/oci/display-text";
import { errorCodeFrom, oracleErrorCodes } from "@/lib/oci/error-code";
import { OciRequestError, ociErrorFrom } from "@/lib/oci/errors";
import { json, startLoopbackServer } from "@/lib/oci/testing/loopback-server";

/** What the SDK throws over its own transport. */
async function thrownBySdk(endpoint: string): Promise<unknown> {
  const quiet = vi.spyOn(console, "warn").mockImplementation(() => {});
  const client = new ContainerEngineClient(
    { httpClient: new FetchHttpClient(null) },
    { retryConfiguration: NoRetryConfigurationDetails },
  );
  client.endpoint = endpoint;
  const thrown: unknown = await client.getCluster({ clusterId: "c" }).catch((error: unknown) => error);
  client.close();
  quiet.mockRestore();
  return thrown;
}
const call = { operation: "getCluster", isWrite: false, wasSent: true };

describe("the SDK's own errors", () => {
  test("an OciError keeps code, status, message and request id", async () => {
    const server = await startLoopbackServer((response) =>
      json(response, { code: "IncorrectState", message: "Busy." }, 409),
    );
    const thrown = await thrownBySdk(server.url);
    expect(ociErrorFrom(thrown, call)).toMatchObject({
      code: "IncorrectState",
      serviceCode: "IncorrectState",
      status: 409,
      message: "Busy.",
      opcRequestId: "server/1",
      operation: "getCluster",
      isAmbiguous: false,
    });
    await server.close();
  });

  test("an OciError without Oracle's body does not pass on the body's text", async () => {
    const server = await startLoopbackServer((response) => response.writeHead(503).end("<html>proxy</html>"));
    const error = ociErrorFrom(await thrownBySdk(server.url), { ...call, isWrite: true });
    expect(error).toMatchObject({ code: "ServiceUnavailable", serviceCode: null, isAmbiguous: true });
    expect(error.message).toBe("The service answered 503 without an explanation.");
    await server.close();
  });

  test("the plain object that it throws without an answer is Unreachable", async () => {
    const server = await startLoopbackServer(() => {});
    await server.close();
    const thrown = await thrownBySdk(server.url);
    expect(thrown).not.toBeInstanceOf(Error);
    expect(ociErrorFrom(thrown, call)).toMatchObject({ code: "Unreachable", isTransient: true });
  });
});

test("an error of ours passes through as the same object, whichever copy of the module made it", async () => {
  vi.resetModules();
  const other = await import("@/lib/oci/errors");
  expect(other.OciRequestError).not.toBe(OciRequestError);
  const error = new other.OciRequestError({ code: "Conflict", message: "m", operation: "o" });
  expect(error).toBeInstanceOf(OciRequestError);
  expect(ociErrorFrom(error, call)).toBe(error);
});

test.each([new Error("/home/me/.oci/key.pem"), "text", undefined, null, { message: "secret" }])(
  "anything else (%o) becomes a sentence of ours without its text",
  (thrown) => {
    const error = ociErrorFrom(thrown, { ...call, wasSent: false });
    expect(error).toMatchObject({ code: "UnknownError", message: "The call getCluster could not be made." });
  },
);

describe("codes", () => {
  test.each(oracleErrorCodes)("%s is kept when Oracle sends it with a 4xx, if its status does not decide", (code) => {
    expect(errorCodeFrom(400, code)).toBe(code);
  });

  test.each([
    [500, "InternalError", "InternalServerError"],
    [500, "IncorrectState", "InternalServerError"],
    [501, null, "MethodNotImplemented"],
    [502, "ExternalServerUnreachable", "ServiceUnavailable"],
    [504, null, "ServiceUnavailable"],
    [429, "SomethingElse", "TooManyRequests"],
    [401, null, "NotAuthenticated"],
    [404, "Unheard", "NotAuthorizedOrNotFound"],
    [412, null, "NoEtagMatch"],
    [400, "__proto__", "UnknownError"],
    [418, null, "UnknownError"],
  ] as const)("status %i with code %s is %s", (status, serviceCode, code) => {
    expect(errorCodeFrom(status, serviceCode)).toBe(code);
  });
});

test("text for display loses control and direction characters and is cut between characters", () => {
  expect(displayText("a\r\n\u0000\u001b[31mb\u2028c\u202Ed\u2066e")).toBe("a [31mb cde");
  expect(displayText("😀😀😀", 4)).toBe("😀…");
});
