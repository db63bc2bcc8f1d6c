import { overlayNow } from "@/components/shell/overlay";

/** So long after its key what is typed is kept for the palette, whose code may still be on its way. */
const keptForMs = 5_000;

let typed = "";
let ofOpening = 0;

/** What was typed before the palette was there. */
export function typedBefore(): string {
  const { opening } = overlayNow();
  if (opening !== ofOpening) typed = "";
  ofOpening = opening;
  return typed;
}

/**
 * Keeps a letter for the palette while that is opened and not there yet, or takes the last one back. `true` when it was
 * kept: the page should not have it too.
 */
export function typeAhead(event: KeyboardEvent): boolean {
  const { key, ctrlKey, metaKey, altKey } = event;
  const { open, openedAtMs } = overlayNow();
  // AltGr, which some keyboards write "@" with, is said as both.
  const isCommand = (ctrlKey || metaKey || altKey) && !event.getModifierState("AltGraph");
  if (open !== "palette" || Date.now() - openedAtMs > keptForMs || isCommand) return false;
  // What is chosen is what is seen: it presses nothing behind the palette either.
  if (key === "Enter") return true;
  const before = typedBefore();
  if (key === "Backspace") typed = before.slice(0, -1);
  else if ([...key].length === 1) typed = before + key;
  else return false;
  return true;
}

/** What was typed, once: from now on the palette hears the keys itself. */
export function takeTyped(): string {
  const taken = typedBefore();
  typed = "";
  return taken;
}
