import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { late } from "@/components/shared/late";

test("the server draws what stands there meanwhile, and loads nothing", () => {
  let loads = 0;
  const Part = late(
    () => {
      loads += 1;
      return Promise.resolve(() => <p>The part</p>);
    },
    <p>Meanwhile</p>,
  );
  expect(renderToStaticMarkup(<Part />)).toBe("<p>Meanwhile</p>");
  expect(loads).toBe(0);
});

test("it is loaded once, however often that is asked for", async () => {
  let loads = 0;
  const Part = late(() => {
    loads += 1;
    return Promise.resolve(() => <p>The part</p>);
  });
  Part.preload();
  Part.preload();
  await Promise.resolve();
  expect(loads).toBe(1);
  expect(renderToStaticMarkup(<Part />)).toBe("");
});
