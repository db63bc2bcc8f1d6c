import { expect, test } from "vitest";
import { scriptsOfPage } from "@/bench/scripts-of-page";

test("every script of the page counts once, whether a tag or the page's data names it", () => {
  const html = `
    <link rel="preload" as="script" href="/_next/static/chunks/a-1.js"/>
    <script src="/_next/static/chunks/a-1.js" async=""></script>
    <script src="/_next/static/chunks/b.js?dpl=1" async=""></script>
    <script>self.__next_f.push([1,"5:I[123,[\\"/_next/static/chunks/c~x.js\\",\\"static/chunks/d.js\\"],\\"View\\"]"])</script>`;
  expect(scriptsOfPage(html)).toEqual([
    "/_next/static/chunks/a-1.js",
    "/_next/static/chunks/b.js",
    "/_next/static/chunks/c~x.js",
    "/_next/static/chunks/d.js",
  ]);
});

test("a polyfill for browsers without modules does not count", () => {
  const html = `<script src="/_next/static/chunks/polyfill.js" noModule=""></script><script src="/_next/static/chunks/a.js"></script>`;
  expect(scriptsOfPage(html)).toEqual(["/_next/static/chunks/a.js"]);
});
