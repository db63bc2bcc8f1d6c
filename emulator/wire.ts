/**
 * What an OCI model of the SDK looks like on the wire. The SDK's typings call timestamps `Date` (they are ISO text) and
 * add `UNKNOWN_VALUE` to enumerations (the wire never has it); every optional member may also be null.
 */
export type Wire<T> = T extends Date
  ? string
  : T extends string
    ? `${Exclude<T, "UNKNOWN_VALUE">}`
    : T extends readonly (infer Item)[]
      ? Wire<Item>[]
      : T extends object
        ? { [K in keyof T]: Wire<T[K]> | (undefined extends T[K] ? null : never) }
        : T;
