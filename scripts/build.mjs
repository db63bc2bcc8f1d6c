// @ts-check
import { main } from "./lib/main.mjs";
import { build } from "./lib/set-up.mjs";

// `npm run build`: the console for `npm start`, the demo and the end-to-end tests.
await main(async () => {
  const problems = await build();
  if (problems.length > 0) throw new Error(`The build failed: ${problems.join("; ")}.`);
});
