"use client";

import { PageHeader } from "@/components/shared/page-header";
import { Section } from "@/components/shared/section";
import { TextLink } from "@/components/shared/text-link";
import { ConnectionFacts } from "@/components/shell/connection-facts";
import { ShortcutTable } from "@/components/shell/shortcut-table";
import { ThemeChoice } from "@/components/shell/theme-choice";
import { routes } from "@/lib/routes";

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
        <Section title="Admin sources and guards">
          <p className="text-muted max-w-[88ch]">
            Who must always reach the API endpoint of a cluster, and what must and must not be reached, is declared once
            for everybody who uses this console, in <TextLink href={routes.guards()}>Guards</TextLink>.
          </p>
        </Section>
        <ShortcutTable />
        <ConnectionFacts />
      </div>
    </>
  );
}
