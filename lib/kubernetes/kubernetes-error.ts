import "server-only";
import { displayText } from "@/lib/oci/display-text";
import { causeCodeOf, isBeforeSending, isTimeOrAbort } from "@/lib/oci/network-error";

export const kubernetesErrorCodes = [
  "unreachable",
  "timed-out",
  "aborted",
  "tls",
  "unauthorized",
  "forbidden",
  "not-found",
  "conflict",
  "invalid",
  "unavailable",
  "unexpected-answer",
] as const;

export type KubernetesErrorCode = (typeof kubernetesErrorCodes)[number];

/** What was asked of the Kubernetes API, in its own words: `list`, `services`. */
export type KubernetesCall = {
  readonly verb: "get" | "list" | "patch";
  readonly resource: string;
  readonly namespace?: string | null;
  readonly signal?: AbortSignal | undefined;
};

type Details = {
  readonly code: KubernetesErrorCode;
  readonly message: string;
  readonly call: KubernetesCall;
  readonly status?: number;
  readonly isAmbiguous?: boolean;
};

const brand = Symbol.for("zpr-console.KubernetesRequestError");

/** Any failure of a call to a cluster's Kubernetes API. Its message says what to do, and holds neither token nor path. */
export class KubernetesRequestError extends Error {
  readonly code: KubernetesErrorCode;
  readonly status: number | null;
  readonly verb: KubernetesCall["verb"];
  readonly resource: string;
  readonly namespace: string | null;
  /** The write may have been applied although no answer says so: find out by reading. */
  readonly isAmbiguous: boolean;

  constructor({ code, message, call, status, isAmbiguous }: Details) {
    super(displayText(message));
    this.name = "KubernetesRequestError";
    this.code = code;
    this.status = status ?? null;
    this.verb = call.verb;
    this.resource = call.resource;
    this.namespace = call.namespace ?? null;
    this.isAmbiguous = (isAmbiguous ?? false) && call.verb === "patch";
    Object.defineProperty(this, brand, { value: true });
  }

  /** Pages and route handlers have separate copies of this module, and an error may come from the other copy. */
  static override [Symbol.hasInstance](value: unknown): boolean {
    return typeof value === "object" && value !== null && brand in value;
  }
}

const tlsCode = /^(?:ERR_TLS_|ERR_SSL_|ERR_OSSL_|CERT_|UNABLE_TO_|SELF_SIGNED_|DEPTH_ZERO_|INVALID_|EPROTO$|HOSTNAME_)/;

/** Takes what the transport threw while `host` was asked, gives our error. */
export function networkFailure(thrown: unknown, call: KubernetesCall, host: string): KubernetesRequestError {
  if (thrown instanceof KubernetesRequestError) return thrown;
  const cause = causeCodeOf(thrown);
  const isTls = cause !== null && tlsCode.test(cause);
  const common = { call, isAmbiguous: !isTls && !isBeforeSending(thrown) };
  if (call.signal?.aborted === true) {
    return new KubernetesRequestError({ ...common, code: "aborted", message: "The call was cancelled." });
  }
  if (isTls) {
    const message = `The certificate of ${host} is not one of the cluster's own authority (${cause}), so nothing was sent. Check what answers at this address; a proxy in between must not end the connection.`;
    return new KubernetesRequestError({ ...common, code: "tls", message });
  }
  if (isTimeOrAbort(thrown)) {
    const message = `The Kubernetes API at ${host} did not answer in time. ${reachWords}`;
    return new KubernetesRequestError({ ...common, code: "timed-out", message });
  }
  const reason = cause === null ? "" : ` (${cause})`;
  const message = `The Kubernetes API at ${host} could not be reached${reason}. ${reachWords}`;
  return new KubernetesRequestError({ ...common, code: "unreachable", message });
}

const reachWords =
  "A private endpoint is reached only from its VCN or a network that is connected to it, and only where security lists, network security groups and ZPR policies let this machine in.";

const codeOfStatus = (status: number): KubernetesErrorCode => {
  if (status === 401) return "unauthorized";
  if (status === 403) return "forbidden";
  if (status === 404) return "not-found";
  if (status === 409) return "conflict";
  if (status === 400 || status === 422) return "invalid";
  return status === 429 || status >= 500 ? "unavailable" : "unexpected-answer";
};

const inNamespace = ({ namespace }: KubernetesCall) => (namespace == null ? "" : ` in the namespace ${namespace}`);

const sentenceFor = (code: KubernetesErrorCode, status: number, call: KubernetesCall): string => {
  switch (code) {
    case "unauthorized":
      return "The cluster did not accept this profile's token. Check the clock of this machine, and that the profile's user belongs to the cluster's tenancy.";
    case "forbidden":
      return `The cluster does not let you ${call.verb} ${call.resource}${inNamespace(call)}. Ask for a Kubernetes role that allows it, or for an IAM policy that lets you manage the cluster.`;
    case "not-found":
      return `There is no such object among ${call.resource}${inNamespace(call)}, or this cluster does not serve them. Read the cluster again.`;
    case "conflict":
      return "The object was changed since it was read. Read it again and decide anew.";
    case "invalid":
      return "The cluster refused the request as invalid.";
    case "unavailable":
      return "The Kubernetes API is too busy or not well. Try again later.";
    case "unreachable":
    case "timed-out":
    case "aborted":
    case "tls":
    case "unexpected-answer":
      return `The Kubernetes API answered ${status}, which this console does not expect. Check what answers at this address.`;
  }
};

/** Takes an answer with another status than 2xx and the message in its body, gives its error. */
export function refusedAnswer(status: number, message: string | null, call: KubernetesCall): KubernetesRequestError {
  const code = codeOfStatus(status);
  const sentence = sentenceFor(code, status, call);
  return new KubernetesRequestError({
    code,
    message: message === null ? sentence : `${sentence} The cluster says: ${message}`,
    call,
    status,
    isAmbiguous: code === "unexpected-answer" || (code === "unavailable" && status !== 429),
  });
}

/** An answer that is not what Kubernetes documents. `what` ends the sentence "The answer …". */
export const unexpectedAnswer = (what: string, call: KubernetesCall, status?: number): KubernetesRequestError =>
  new KubernetesRequestError({
    code: "unexpected-answer",
    message: `The answer to ${call.verb} ${call.resource} ${what}. Check what answers at this address.`,
    call,
    ...(status !== undefined && { status }),
    isAmbiguous: true,
  });
