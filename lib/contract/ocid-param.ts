import * as v from "valibot";

/** A part of a path as it was meant; a text that nobody encoded stays. */
export const decodedParam = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};

/** An OCID in a path, or that of a node pool with the name of its surface after a colon, percent-encoded or not. */
export const ocidParam = v.pipe(
  v.string(),
  v.transform(decodedParam),
  v.regex(/^[\w.-]{1,400}(:(primary-vnic|secondary-vnics))?$/, "This is not an OCID."),
);

/** Any text in a path that somebody takes for an OCID. */
export const ocidText = v.pipe(v.string(), v.transform(decodedParam), v.maxLength(400, "Use at most 400 characters."));

/** The OCID in a path, or `null` when the text is none. */
export function ocidFrom(text: string): string | null {
  const parsed = v.safeParse(ocidParam, text);
  return parsed.success ? parsed.output : null;
}
