import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

type Rgb = readonly [number, number, number];

/** Linear sRGB of an OKLCH colour, cut to what a screen can show: https://bottosson.github.io/posts/oklab/ */
function linearFromOklch(lightness: number, chroma: number, hueDegrees: number): Rgb {
  const hue = (hueDegrees * Math.PI) / 180;
  const a = chroma * Math.cos(hue);
  const b = chroma * Math.sin(hue);
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  const cut = (value: number) => Math.min(1, Math.max(0, value));
  return [
    cut(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
    cut(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
    cut(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s),
  ];
}

const luminance = ([r, g, b]: Rgb): number => 0.2126 * r + 0.7152 * g + 0.0722 * b;

function contrast(one: Rgb, other: Rgb): number {
  const [high, low] = [luminance(one), luminance(other)].sort((x, y) => y - x);
  return ((high ?? 0) + 0.05) / ((low ?? 0) + 0.05);
}

const css = readFileSync(new URL("globals.css", import.meta.url), "utf8");
const tokenPattern =
  /--([a-z-]+): light-dark\(oklch\(([\d.]+) ([\d.]+) ([\d.]+)\), oklch\(([\d.]+) ([\d.]+) ([\d.]+)\)\);/g;
const tokens = new Map(
  [...css.matchAll(tokenPattern)].map(([, name = "", ...numbers]) => {
    const [l1 = 0, c1 = 0, h1 = 0, l2 = 0, c2 = 0, h2 = 0] = numbers.map(Number);
    return [name, { light: linearFromOklch(l1, c1, h1), dark: linearFromOklch(l2, c2, h2) }] as const;
  }),
);

function colour(name: string, theme: "light" | "dark"): Rgb {
  const token = tokens.get(name);
  if (!token) throw new Error(`There is no token --${name}`);
  return token[theme];
}

const grounds = ["canvas", "surface", "raised", "sunken", "hover", "selected"];
const texts = ["ink", "muted", "accent", "allowed", "warning", "blocked", "unknown", "pending"];
const washes = ["allowed", "warning", "blocked", "unknown"];

const textPairs: readonly (readonly [string, string])[] = [
  ...grounds.flatMap((ground) => texts.map((text) => [text, ground] as const)),
  ...washes.flatMap((wash) => [wash, "ink", "muted"].map((text) => [text, `${wash}-wash`] as const)),
  ["on-accent", "accent"],
  ["on-accent", "accent-hover"],
  ["on-blocked", "blocked"],
  ["on-blocked", "blocked-hover"],
];

const linePairs: readonly (readonly [string, string])[] = ["edge", "focus", "warning-edge", "unknown"].flatMap((line) =>
  ["canvas", "surface", "raised"].map((ground) => [line, ground] as const),
);

describe.each(["light", "dark"] as const)("the %s theme", (theme) => {
  it.each(textPairs)("writes %s on %s at 4.5 to 1 or better", (text, ground) => {
    expect(contrast(colour(text, theme), colour(ground, theme))).toBeGreaterThanOrEqual(4.5);
  });

  it.each(linePairs)("draws %s on %s at 3 to 1 or better", (line, ground) => {
    expect(contrast(colour(line, theme), colour(ground, theme))).toBeGreaterThanOrEqual(3);
  });
});
