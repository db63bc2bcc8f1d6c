/** One call as a test may want to count it. */
export type LoggedRequest = {
  /** ISO, real time. */
  readonly time: string;
  readonly method: string;
  /** Path with query, as on the request line. */
  readonly target: string;
  readonly service: string | null;
  /** SDK operation name; null where the emulator has no such operation. */
  readonly operation: string | null;
  readonly region: string | null;
  readonly user: string | null;
  /** Null when the answer was never sent (hang, reset). */
  readonly status: number | null;
  /** Parsed JSON of the request, or null without a body. */
  readonly requestBody: unknown;
  readonly opcRequestId: string;
  /** Why a request was refused, or which fault answered it; never sent to the client. */
  readonly note: string | null;
};

export type RequestLog = {
  readonly add: (request: LoggedRequest) => void;
  readonly list: () => readonly LoggedRequest[];
  readonly clear: () => void;
};

const maxRequests = 20_000;

/** The newest requests, oldest first. */
export function createRequestLog(): RequestLog {
  let requests: LoggedRequest[] = [];
  return {
    add(request) {
      requests.push(request);
      if (requests.length > maxRequests) requests = requests.slice(-maxRequests / 2);
    },
    list: () => [...requests],
    clear() {
      requests = [];
    },
  };
}
