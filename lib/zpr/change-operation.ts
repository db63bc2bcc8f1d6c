/** One step of an edit. `add` of a key that is there already is refused: that is `replace`. */
export type ChangeOperation =
  | { readonly op: "add"; readonly namespace: string; readonly key: string; readonly value: string }
  | { readonly op: "replace"; readonly namespace: string; readonly key: string; readonly value: string }
  | { readonly op: "remove"; readonly namespace: string; readonly key: string };
