// @ts-check
import { fileURLToPath } from "node:url";

const root = new URL("../../", import.meta.url);

/**
 * The absolute path of a file or folder of the repository.
 * @param {string} path relative to the repository, with `/` on every system
 */
export function repositoryPath(path) {
  return fileURLToPath(new URL(path, root));
}
