import type { ReactNode } from "react";
import { AccountPanel } from "@/components/shell/account-panel";
import { Brand } from "@/components/shell/brand";
import { DataAge } from "@/components/shell/data-age";
import { EmulatedLine } from "@/components/shell/emulated-line";
import { FollowInventory } from "@/components/shell/follow-inventory";
import { GlobalSearch } from "@/components/shell/global-search";
import { LateBackground, LateRunningChanges } from "@/components/shell/late-parts";
import { NavLinks } from "@/components/shell/nav-links";
import { NavSheet } from "@/components/shell/nav-sheet";
import { PageFocus } from "@/components/shell/page-focus";
import { ReadingProblem } from "@/components/shell/reading-problem";
import { ReadingProgress } from "@/components/shell/reading-progress";
import { ScopeBar } from "@/components/shell/scope-bar";
import { ScopeNotice } from "@/components/shell/scope-notice";

/** The frame of every page: rail, top bar, the page. */
export function ConsoleShell({ children }: { readonly children: ReactNode }) {
  return (
    <div className="flex min-h-dvh">
      <a
        href="#content"
        className="rounded-box border-edge bg-raised shadow-float fixed top-2 left-2 z-50 border px-3 py-1.5 font-medium not-focus:sr-only"
      >
        Skip to content
      </a>
      <aside className="border-line bg-canvas sticky top-0 flex h-dvh w-14 shrink-0 flex-col border-r max-sm:hidden lg:w-(--rail-width)">
        <div className="flex h-(--bar-height) items-center px-2.5 max-lg:justify-center">
          <Brand isNarrow />
        </div>
        <nav aria-label="Places" className="flex-1 overflow-y-auto px-2 py-1.5">
          <NavLinks look="rail" />
        </nav>
      </aside>
      <div className="flex min-w-0 flex-1 flex-col">
        <TopBar />
        <main id="content" tabIndex={-1} className="page-gutter mx-auto w-full max-w-[90rem] flex-1 pb-12">
          <ReadingProblem />
          <ScopeNotice />
          {children}
        </main>
      </div>
      <PageFocus />
      <FollowInventory />
      <LateBackground />
    </div>
  );
}

function TopBar() {
  return (
    <header className="border-line bg-canvas sticky top-0 z-30 border-b">
      <div className="page-gutter flex h-(--bar-height) items-center gap-2 sm:gap-4">
        <NavSheet />
        <div className="min-w-0 flex-1 sm:max-w-[40%] sm:flex-none">
          <ScopeBar look="bar" />
        </div>
        <div className="flex flex-1 justify-center max-sm:hidden">
          <div className="w-full max-w-md">
            <GlobalSearch />
          </div>
        </div>
        <LateRunningChanges />
        <DataAge />
        <AccountPanel />
      </div>
      <EmulatedLine />
      <ReadingProgress />
    </header>
  );
}
