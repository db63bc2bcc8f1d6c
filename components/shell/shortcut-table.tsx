"use client";

import { useState } from "react";
import { Section } from "@/components/shared/section";
import { useShortcutSettings } from "@/components/shell/shortcut-settings";
import {
  shortcutFacts,
  shortcutIds,
  standardSettings,
  withKey,
  type ShortcutId,
  type ShortcutSettings,
} from "@/components/shell/shortcuts";
import { Button } from "@/components/ui/button";
import { Keys } from "@/components/ui/keys";
import { Switch } from "@/components/ui/switch";
import { TextField } from "@/components/ui/text-field";

const isStandard = ({ keys }: ShortcutSettings) => shortcutIds.every((id) => keys[id] === shortcutFacts[id].key);

/** The keys of one character: switched off together, or each another one (WCAG 2.1.4). */
export function ShortcutTable() {
  const [settings, choose] = useShortcutSettings();
  const [problem, setProblem] = useState<{ readonly id: ShortcutId; readonly words: string } | null>(null);
  const change = (id: ShortcutId, text: string) => {
    // What is typed into a full box stands after what was there.
    const changed = withKey(settings, id, [...text].at(-1) ?? "");
    setProblem("problem" in changed ? { id, words: changed.problem } : null);
    if (!("problem" in changed)) choose(changed);
  };
  return (
    <Section
      title="Keyboard shortcuts"
      aside={
        <Button
          size="small"
          disabledReason={isStandard(settings) ? "These are the standard keys" : undefined}
          onClick={() => {
            setProblem(null);
            choose({ ...settings, keys: standardSettings.keys });
          }}
        >
          Standard keys
        </Button>
      }
    >
      <Switch label="Shortcuts of one key" isOn={settings.isOn} onChange={(isOn) => choose({ ...settings, isOn })} />
      <p className="text-muted mb-3 max-w-[72ch]">
        Off where text is typed and in dialogs. <Keys keys={["Ctrl", "K"]} /> opens the command palette even when they
        are switched off.
      </p>
      {settings.isOn && (
        <ul aria-label="Keys" className="rounded-box border-line bg-surface divide-line divide-y border">
          {shortcutIds.map((id) => (
            <li key={id} className="grid grid-cols-[minmax(0,1fr)_minmax(7rem,10rem)] items-center gap-x-4 px-3 py-1.5">
              <span aria-hidden="true">{shortcutFacts[id].label}</span>
              <span>
                <TextField
                  label={shortcutFacts[id].label}
                  isLabelHidden
                  isMono
                  value={settings.keys[id]}
                  error={problem?.id === id ? problem.words : undefined}
                  onFocus={(event) => event.currentTarget.select()}
                  onValueChange={(text) => change(id, text)}
                />
              </span>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
