import * as v from "valibot";

const isMap = (value: unknown): value is { [name: string]: unknown } =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Not v.record: that drops names like `constructor`, which are legal tag keys. */
const freeformTags = v.custom<{ [key: string]: string }>(
  (value) => isMap(value) && Object.values(value).every((text) => typeof text === "string"),
  "must be a map of text",
);
const definedTags = v.custom<{ [namespace: string]: { [key: string]: unknown } }>(
  (value) => isMap(value) && Object.values(value).every(isMap),
  "must be a map of maps",
);

/** The members that every update of a tagged resource takes. */
export const tagMembers = { freeformTags: v.nullish(freeformTags), definedTags: v.nullish(definedTags) };
