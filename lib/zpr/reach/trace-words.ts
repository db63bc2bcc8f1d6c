/** Apart from the reasoning, which the browser does not need. */
export const traceVerdicts = ["allowed", "blocked", "not-governed", "unknown"] as const;
export type TraceVerdict = (typeof traceVerdicts)[number];

export const statementParts = ["location", "source", "destination", "protocol"] as const;
export type StatementPart = (typeof statementParts)[number];
