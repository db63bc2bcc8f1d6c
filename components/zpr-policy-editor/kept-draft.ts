import * as v from "valibot";
import type { ZprPolicyText } from "@/lib/zpr/zpr-policy-write";

/** What a person has entered and not saved. */
export type EnteredText = ZprPolicyText & { readonly name: string };

/** With the text that it started from: what is kept of an edit is of use only with that. */
export type KeptDraft = {
  readonly entered: EnteredText;
  readonly seen: ZprPolicyText | null;
  readonly etag: string | null;
};

const textEntries = { description: v.string(), statements: v.array(v.string()) };
const keptSchema = v.pipe(
  v.string(),
  v.parseJson(),
  v.object({
    entered: v.object({ name: v.string(), ...textEntries }),
    seen: v.nullable(v.object(textEntries)),
    etag: v.nullable(v.string()),
  }),
);

const prefix = "zpr-policy-draft ";

/** What was kept under a key in this tab; `null` for none, or none that can be read. */
export function readKeptDraft(key: string): KeptDraft | null {
  try {
    const result = v.safeParse(keptSchema, window.sessionStorage.getItem(prefix + key));
    return result.success ? result.output : null;
  } catch {
    return null;
  }
}

/** Keeps a draft in this tab, through navigation and reloads; `null` forgets it. A browser without storage keeps nothing. */
export function keepDraft(key: string, draft: KeptDraft | null): void {
  try {
    if (draft === null) window.sessionStorage.removeItem(prefix + key);
    else window.sessionStorage.setItem(prefix + key, JSON.stringify(draft));
  } catch {
    // Storage is a convenience: the question before unloading still stands.
  }
}
