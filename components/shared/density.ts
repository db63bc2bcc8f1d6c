import { densities, densityKey, type Density } from "@/components/shared/density-script";

/** How close rows stand in this browser. */
export function densityNow(): Density {
  const { density } = document.documentElement.dataset;
  return densities.find((each) => each === density) ?? "default";
}

/** Sets how close rows stand, on every page and from now on. A browser that keeps nothing has it for this page. */
export function chooseDensity(density: Density): void {
  if (density === "default") delete document.documentElement.dataset.density;
  else document.documentElement.dataset.density = density;
  try {
    if (density === "default") window.localStorage.removeItem(densityKey);
    else window.localStorage.setItem(densityKey, density);
  } catch {
    // The page has it all the same.
  }
}
