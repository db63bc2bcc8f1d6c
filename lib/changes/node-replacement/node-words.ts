/** " 1 has gone, and none is ready in its place.", to follow a sentence; nothing where none has. */
export const goneWords = (count: number): string =>
  count === 0
    ? ""
    : ` ${count} ${count === 1 ? "has" : "have"} gone, and none is ready in ${count === 1 ? "its" : "their"} place.`;

/** "1 node was", "3 nodes were", "No node was". */
export const formatNodes = (count: number): string =>
  count === 0 ? "No node was" : count === 1 ? "1 node was" : `${count} nodes were`;
