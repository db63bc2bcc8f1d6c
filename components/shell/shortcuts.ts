import { routes } from "@/lib/routes";

export const shortcutIds = ["help", "filter", "go", "refresh", "previous", "next"] as const;
export type ShortcutId = (typeof shortcutIds)[number];

/** What a key does, and which it is unless somebody chose another. */
export const shortcutFacts: Record<ShortcutId, { readonly label: string; readonly key: string }> = {
  help: { label: "List the keyboard shortcuts", key: "?" },
  filter: { label: "Go to the filter box", key: "/" },
  go: { label: "Go to a place, with the place’s letter after it", key: "g" },
  refresh: { label: "Read the tenancy again", key: "r" },
  previous: { label: "Previous row of the list that led here", key: "[" },
  next: { label: "Next row of the list that led here", key: "]" },
};

/** The letters after the key that goes to a place, by the place's address. */
export const placeLetters: Readonly<Record<string, string>> = {
  [routes.overview()]: "o",
  [routes.clusters()]: "c",
  [routes.resources()]: "r",
  [routes.securityAttributes()]: "a",
  [routes.map()]: "m",
  [routes.zprPolicies()]: "p",
};

/** What a person has chosen; kept in the browser. */
export type ShortcutSettings = {
  readonly isOn: boolean;
  readonly keys: Readonly<Record<ShortcutId, string>>;
};

const standardKeys = Object.fromEntries(shortcutIds.map((id) => [id, shortcutFacts[id].key])) as Record<
  ShortcutId,
  string
>;
export const standardSettings: ShortcutSettings = { isOn: true, keys: standardKeys };

/** A key that can be chosen: one character that can be seen. */
export const isKey = (text: unknown): text is string => typeof text === "string" && /^[^\s\p{C}]$/u.test(text);

/** Takes what the browser has kept, whatever that is; what makes no sense in it is as it was at first. */
export function settingsFrom(text: string | null): ShortcutSettings {
  if (text === null) return standardSettings;
  let kept: unknown;
  try {
    kept = JSON.parse(text);
  } catch {
    return standardSettings;
  }
  if (typeof kept !== "object" || kept === null) return standardSettings;
  const { isOn, keys } = kept as { readonly isOn?: unknown; readonly keys?: Readonly<Record<string, unknown>> | null };
  const chosen = shortcutIds.map((id) => [id, isKey(keys?.[id]) ? keys[id] : standardKeys[id]] as const);
  const isEachOnce = new Set(chosen.map(([, key]) => key)).size === chosen.length;
  return {
    isOn: isOn !== false,
    keys: isEachOnce ? (Object.fromEntries(chosen) as ShortcutSettings["keys"]) : standardKeys,
  };
}

/** The same with another key for one shortcut, or why that key cannot be taken. */
export function withKey(
  settings: ShortcutSettings,
  id: ShortcutId,
  key: string,
): ShortcutSettings | { readonly problem: string } {
  if (!isKey(key)) return { problem: "Use one letter, digit or sign." };
  const other = shortcutIds.find((each) => each !== id && settings.keys[each] === key);
  if (other !== undefined) return { problem: `Taken: ${shortcutFacts[other].label.toLowerCase()}.` };
  return { ...settings, keys: { ...settings.keys, [id]: key } };
}
