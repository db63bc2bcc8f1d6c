import * as v from "valibot";

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};

/** An OCID in a path, or that of a node pool with the name of its surface after a colon, percent-encoded or not. */
export const ocidParam = v.pipe(
  v.string(),
  v.transform(decoded),
  v.regex(/^[\w.-]{1,400}(:(primary-vnic|secondary-vnics))?$/, "This is not an OCID."),
);

/** The OCID in a path, or `null` when the text is none. */
export function ocidFrom(text: string): string | null {
  const parsed = v.safeParse(ocidParam, text);
  return parsed.success ? parsed.output : null;
}
