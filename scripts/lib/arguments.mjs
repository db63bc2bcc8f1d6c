// @ts-check

/**
 * What a flag takes: nothing, a TCP port, or a word.
 * @typedef {"switch" | "port" | "word"} FlagKind
 */

/** A mistake in what was typed; its message is all that the person needs to see. */
export class UsageError extends Error {}

/**
 * Reads the command line; anything unknown is refused rather than ignored.
 * @param {readonly string[]} words without node and the script
 * @param {Readonly<Record<string, FlagKind>>} flags by name, without the dashes
 * @returns {Record<string, string | true>} the flags that were given
 * @throws {UsageError}
 */
export function parseArguments(words, flags) {
  /** @type {Record<string, string | true>} */
  const given = {};
  const queue = [...words];
  for (let word = queue.shift(); word !== undefined; word = queue.shift()) {
    const [name, inline] = splitFlag(word);
    const kind = name === null || !Object.hasOwn(flags, name) ? undefined : flags[name];
    if (name === null || kind === undefined) throw new UsageError(`Unknown argument "${word}". ${known(flags)}`);
    if (Object.hasOwn(given, name)) throw new UsageError(`--${name} is given twice.`);
    if (kind === "switch") {
      if (inline !== undefined) throw new UsageError(`--${name} takes no value.`);
      given[name] = true;
    } else {
      const value = inline ?? queue.shift();
      given[name] = checkedValue(name, kind, value);
    }
  }
  return given;
}

/**
 * A port that was given, as a number.
 * @param {string | true | undefined} value
 * @returns {number | undefined}
 */
export function portFrom(value) {
  return typeof value === "string" ? Number(value) : undefined;
}

/**
 * @param {string} word
 * @returns {[name: string | null, inline: string | undefined]}
 */
function splitFlag(word) {
  const match = /^--([a-z][a-z-]*)(?:=(.*))?$/s.exec(word);
  return match === null ? [null, undefined] : [match[1] ?? null, match[2]];
}

/**
 * @param {string} name
 * @param {"port" | "word"} kind
 * @param {string | undefined} value
 */
function checkedValue(name, kind, value) {
  if (value === undefined || value === "" || value.startsWith("--")) throw new UsageError(`--${name} needs a value.`);
  if (kind === "port" && !(/^\d{1,5}$/.test(value) && Number(value) >= 1 && Number(value) <= 65_535)) {
    throw new UsageError(`--${name} needs a port between 1 and 65535, not "${value}".`);
  }
  return value;
}

/** @param {Readonly<Record<string, FlagKind>>} flags */
function known(flags) {
  const words = { switch: "", port: " N", word: " NAME" };
  const list = Object.entries(flags).map(([name, kind]) => `--${name}${words[kind]}`);
  return list.length === 0 ? "It takes none." : `Known are ${list.join(", ")}.`;
}
