const drawn = [
  "fill",
  "stroke",
  "stroke-width",
  "stroke-dasharray",
  "stroke-linecap",
  "font-family",
  "font-size",
  "font-weight",
  "opacity",
] as const;

const namespace = "http://www.w3.org/2000/svg";
const lineHeight = 16;
const space = 16;

/** Gives each element of a copy what style sheets give its original: the file has none. */
function copyLook(original: Element, copy: Element): void {
  const look = getComputedStyle(original);
  for (const name of drawn) {
    const value = look.getPropertyValue(name);
    if (value !== "") copy.setAttribute(name, value);
  }
  for (const name of copy.getAttributeNames()) {
    if (/^(class|tabindex|role|aria-|data-)/u.test(name)) copy.removeAttribute(name);
  }
  for (const [index, child] of [...original.children].entries()) {
    const twin = copy.children[index];
    if (twin !== undefined) copyLook(child, twin);
  }
}

function textLine(text: string, y: number, colour: string, family: string): SVGTextElement {
  const line = document.createElementNS(namespace, "text");
  line.textContent = text;
  for (const [name, value] of Object.entries({
    x: `${space}`,
    y: `${y}`,
    fill: colour,
    "font-size": "12",
    "font-family": family,
  })) {
    line.setAttribute(name, value);
  }
  return line;
}

/** The drawings beside the words of a legend, copied with their look. */
function legendEntries(legend: Element): readonly { readonly picture: SVGSVGElement; readonly text: string }[] {
  return [...legend.querySelectorAll("dd")].flatMap((entry) => {
    const picture = entry.querySelector("svg");
    if (picture === null) return [];
    const copy = picture.cloneNode(true);
    if (!(copy instanceof SVGSVGElement)) return [];
    copyLook(picture, copy);
    return [{ picture: copy, text: entry.textContent ?? "" }];
  });
}

/**
 * The picture as it is drawn now, as a file that stands by itself: above it what it is about, line by line, below it
 * the legend.
 */
export function pictureFile(picture: SVGSVGElement, legend: Element, about: readonly string[]): string {
  const copy = picture.cloneNode(true);
  if (!(copy instanceof SVGSVGElement)) return "";
  copyLook(picture, copy);
  // How it is zoomed on the screen.
  copy.style.removeProperty("transform");
  const { width, height } = picture.viewBox.baseVal;
  const [ink, canvas] = [getComputedStyle(legend).color, getComputedStyle(document.documentElement).backgroundColor];
  const family = getComputedStyle(legend).fontFamily;
  const entries = legendEntries(legend);
  const above = space + about.length * lineHeight + space;
  const whole = { width: Math.max(width, 760), height: above + height + space + entries.length * 20 + space };

  const file = document.createElementNS(namespace, "svg");
  file.setAttribute("xmlns", namespace);
  file.setAttribute("width", `${whole.width}`);
  file.setAttribute("height", `${whole.height}`);
  file.setAttribute("viewBox", `0 0 ${whole.width} ${whole.height}`);
  const ground = document.createElementNS(namespace, "rect");
  ground.setAttribute("width", "100%");
  ground.setAttribute("height", "100%");
  ground.setAttribute("fill", canvas);
  file.append(ground);
  for (const [index, text] of about.entries())
    file.append(textLine(text, space + (index + 1) * lineHeight, ink, family));
  copy.setAttribute("y", `${above}`);
  copy.setAttribute("width", `${width}`);
  copy.setAttribute("height", `${height}`);
  file.append(copy);
  for (const [index, { picture: drawing, text }] of entries.entries()) {
    const y = above + height + space + index * 20;
    drawing.setAttribute("x", `${space}`);
    drawing.setAttribute("y", `${y}`);
    drawing.setAttribute("width", "40");
    drawing.setAttribute("height", "14");
    const words = textLine(text, y + 11, ink, family);
    words.setAttribute("x", `${space + 52}`);
    file.append(drawing, words);
  }
  return `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(file)}\n`;
}
