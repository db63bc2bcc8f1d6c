"use client";

import { ScopedLink } from "@/components/shared/scoped-link";
import { places } from "@/components/shell/places";
import { useShortcutSettings } from "@/components/shell/shortcut-settings";
import { placeLetters, shortcutFacts, shortcutIds } from "@/components/shell/shortcuts";
import { buttonClass } from "@/components/ui/button-class";
import { DialogBody, DialogFooter, DialogFrame } from "@/components/ui/dialog";
import { Keys } from "@/components/ui/keys";
import { routes } from "@/lib/routes";

/** Every key that works on every page, and where to change them. */
export function ShortcutList({ onClose }: { readonly onClose: () => void }) {
  const [{ isOn, keys }] = useShortcutSettings();
  return (
    <DialogFrame
      isOpen
      title="Keyboard shortcuts"
      subtitle={isOn ? undefined : "Shortcuts of one key are switched off in the settings."}
      onClose={onClose}
    >
      <DialogBody>
        <dl className="grid grid-cols-[auto_1fr] items-center gap-x-4 gap-y-1.5">
          <Entry keys={["Ctrl", "K"]} label="Open the command palette; on a Mac with Command" />
          {isOn && shortcutIds.map((id) => <Entry key={id} keys={[keys[id]]} label={shortcutFacts[id].label} />)}
          {isOn &&
            places.map(({ href, label }) => {
              const letter = placeLetters[href];
              return letter && <Entry key={href} keys={[keys.go, letter]} label={label} />;
            })}
          <Entry keys={["Esc"]} label="Close what is open" />
        </dl>
      </DialogBody>
      <DialogFooter>
        <ScopedLink href={routes.settings()} onClick={onClose} className={buttonClass("secondary", "medium")}>
          Change the shortcuts
        </ScopedLink>
      </DialogFooter>
    </DialogFrame>
  );
}

const Entry = ({ keys, label }: { readonly keys: readonly string[]; readonly label: string }) => (
  <>
    <dt>
      <Keys keys={keys} />
    </dt>
    <dd className="text-muted">{label}</dd>
  </>
);
