"use client";

import { ArrowUp, Copy, CornerDownRight, Keyboard, MonitorCog, RefreshCw, ScanSearch, Settings } from "lucide-react";
import { useState, type ReactNode } from "react";
import { useGo } from "@/components/shared/scoped-link";
import { useChooseScope } from "@/components/shared/use-choose-scope";
import { useScope } from "@/components/shared/use-scope";
import { openOverlay } from "@/components/shell/overlay";
import { places } from "@/components/shell/places";
import { themes, useTheme } from "@/components/shell/theme";
import { useAnnounce } from "@/components/ui/live-region";
import { useRefreshInventory } from "@/lib/queries/inventory";
import { routes } from "@/lib/routes";

/** Something that the palette does. */
export type Command = {
  readonly value: string;
  readonly group: string;
  readonly label: string;
  readonly note?: string;
  readonly icon?: ReactNode;
  readonly run: () => void;
};

const icon = "size-4";
const themeWords = { system: "Theme of the system", light: "Light theme", dark: "Dark theme" } as const;

const textOf = (element: HTMLElement) => (element.getAttribute("aria-label") ?? element.textContent).trim();

/**
 * What can be done on the page now: the buttons and links of its head, pressed as a pointer would, and the way up in its
 * breadcrumb. The page says them once; the palette keeps no second list.
 */
function commandsOfPage(): readonly Command[] {
  const group = "This page";
  const crumbs = [...document.querySelectorAll<HTMLAnchorElement>("main nav[aria-label=Breadcrumb] a")];
  const up = crumbs.at(-1);
  const actions = [...document.querySelectorAll<HTMLElement>("[data-page-actions] :is(a[href], button)")].filter(
    (each) => each.getAttribute("aria-disabled") !== "true" && each.checkVisibility() && textOf(each) !== "",
  );
  return [
    ...actions.map((element, index) => ({
      value: `page-${index}`,
      group,
      label: textOf(element),
      icon: <CornerDownRight aria-hidden="true" className={icon} />,
      run: () => element.click(),
    })),
    ...(up
      ? [
          {
            value: "up",
            group,
            label: "Go up",
            note: textOf(up),
            icon: <ArrowUp aria-hidden="true" className={icon} />,
            run: () => up.click(),
          },
        ]
      : []),
  ];
}

/** Places, what the page offers, and what the console does anywhere. The page is asked once: when the palette opens. */
export function usePaletteCommands(): readonly Command[] {
  const go = useGo();
  const scope = useScope();
  const choose = useChooseScope();
  const announce = useAnnounce();
  const refresh = useRefreshInventory();
  const [theme, chooseTheme] = useTheme();
  const [ofPage] = useState(commandsOfPage);
  const ofPlaces = places.map((place) => ({
    value: place.href,
    group: "Places",
    label: place.label,
    icon: <place.icon aria-hidden="true" className={icon} />,
    run: () => go(place.href),
  }));
  const settings = {
    value: "settings",
    group: "Places",
    label: "Settings",
    icon: <Settings aria-hidden="true" className={icon} />,
    run: () => go(routes.settings()),
  };
  const group = "Console";
  const copyLink = async () => {
    try {
      await navigator.clipboard.writeText(window.location.href);
      announce("Link copied");
    } catch {
      announce("The browser did not let the link be copied");
    }
  };
  return [
    ...ofPage,
    ...ofPlaces,
    settings,
    {
      value: "refresh",
      group,
      label: "Read the tenancy again",
      icon: <RefreshCw aria-hidden="true" className={icon} />,
      run: () => refresh.mutate(),
    },
    {
      value: "scope",
      group,
      label: "Choose the scope",
      icon: <ScanSearch aria-hidden="true" className={icon} />,
      run: openScope,
    },
    ...(scope.isNarrowed
      ? [
          {
            value: "whole",
            group,
            label: "Scope: the whole tenancy",
            icon: <ScanSearch aria-hidden="true" className={icon} />,
            run: () => choose({ regions: [], compartmentId: null }),
          },
        ]
      : []),
    {
      value: "copy",
      group,
      label: "Copy a link to this page",
      icon: <Copy aria-hidden="true" className={icon} />,
      run: () => void copyLink(),
    },
    {
      value: "shortcuts",
      group,
      label: "Keyboard shortcuts",
      icon: <Keyboard aria-hidden="true" className={icon} />,
      run: () => openOverlay("shortcuts"),
    },
    ...themes
      .filter((each) => each !== theme)
      .map((each) => ({
        value: each,
        group,
        label: themeWords[each],
        icon: <MonitorCog aria-hidden="true" className={icon} />,
        run: () => chooseTheme(each),
      })),
  ];
}

function openScope(): void {
  const button = document.querySelector<HTMLElement>("header [data-scope]");
  button?.focus();
  button?.click();
}
