/**
 * The scripts that a browser loads for a page as it was served: those with a tag, and those that the page's data names
 * for hydration. Polyfills marked `nomodule` are left out, because browsers with modules skip them.
 */
export function scriptsOfPage(html: string): string[] {
  const tags = [...html.matchAll(/<script\b[^>]*>/g)].map(([tag]) => tag);
  const skipped = new Set(tags.filter((tag) => /\bnomodule\b/i.test(tag)).flatMap(pathsIn));
  const named = pathsIn(html.replaceAll("\\", "")).filter((path) => !skipped.has(path));
  return [...new Set(named)].sort();
}

function pathsIn(text: string): string[] {
  return [...text.matchAll(/static\/(?:chunks|[\w-]+)\/[\w./~%()[\]@-]+?\.js(?=["'?&#\s])/g)].map(
    ([path]) => `/_next/${path}`,
  );
}
