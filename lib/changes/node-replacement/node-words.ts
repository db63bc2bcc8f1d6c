/** "1 node was", "3 nodes were", "No node was". */
export const formatNodes = (count: number): string =>
  count === 0 ? "No node was" : count === 1 ? "1 node was" : `${count} nodes were`;
