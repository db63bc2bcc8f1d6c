/** Apart from the reasoning, which the browser does not need. */
/** `partly`: of the ports, protocols or addresses that were asked about some surely pass and the others surely do not. */
export const traceVerdicts = ["allowed", "partly", "blocked", "not-governed", "unknown"] as const;
export type TraceVerdict = (typeof traceVerdicts)[number];

export const statementParts = ["location", "source", "destination", "protocol"] as const;
export type StatementPart = (typeof statementParts)[number];
