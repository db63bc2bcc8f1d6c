"use client";

import { PageHeader } from "@/components/shared/page-header";
import { Section } from "@/components/shared/section";
import { ConnectionFacts } from "@/components/shell/connection-facts";
import { ShortcutTable } from "@/components/shell/shortcut-table";
import { ThemeChoice } from "@/components/shell/theme-choice";

/** What a person sets for this browser, and in whose name the console calls OCI. */
export function SettingsView() {
  return (
    <>
      <PageHeader title="Settings">
        <span>Theme and shortcuts are kept in this browser.</span>
      </PageHeader>
      <div className="flex max-w-3xl flex-col gap-6">
        <Section title="Appearance">
          <div className="max-w-80">
            <ThemeChoice />
          </div>
        </Section>
        <ShortcutTable />
        <ConnectionFacts />
      </div>
    </>
  );
}
