"use client";

import { Monitor, Moon, Sun } from "lucide-react";
import type { ReactNode } from "react";
import { useTheme, type Theme } from "@/components/shell/theme";
import { Segmented } from "@/components/ui/segmented";

const icon = "size-3.5";
const options: readonly { readonly value: Theme; readonly label: string; readonly icon: ReactNode }[] = [
  { value: "system", label: "System", icon: <Monitor aria-hidden="true" className={icon} /> },
  { value: "light", label: "Light", icon: <Sun aria-hidden="true" className={icon} /> },
  { value: "dark", label: "Dark", icon: <Moon aria-hidden="true" className={icon} /> },
];

/** The choice of the theme. */
export function ThemeChoice() {
  const [theme, choose] = useTheme();
  return <Segmented label="Theme" value={theme} options={options} onValueChange={choose} />;
}
