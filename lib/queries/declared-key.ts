/** Under which the answer of `GET /api/clusters/{id}/declared` is kept. */
export const declaredKey = (clusterId: string) => ["getDeclared", clusterId] as const;
