// @ts-check
import { spawn } from "node:child_process";

/**
 * Opens a URL in the person's browser, where there is a person and a browser.
 * @param {string} url
 */
export function openBrowser(url) {
  const command = openCommand(process.platform, process.env);
  if (command === null) return;
  const [program, ...words] = command;
  const child = spawn(program, [...words, url], { stdio: "ignore", detached: true });
  child.once("error", () => {});
  child.unref();
}

/**
 * The command that opens a URL on a system; `null` in CI and without a display.
 * @param {NodeJS.Platform} platform
 * @param {NodeJS.ProcessEnv} env
 * @returns {[string, ...string[]] | null}
 */
export function openCommand(platform, env) {
  if (env["CI"]) return null;
  if (platform === "darwin") return ["open"];
  if (platform === "win32") return ["rundll32", "url.dll,FileProtocolHandler"];
  return env["DISPLAY"] || env["WAYLAND_DISPLAY"] ? ["xdg-open"] : null;
}
