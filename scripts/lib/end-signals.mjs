// @ts-check
import { constants } from "node:os";

/** @typedef {"SIGINT" | "SIGTERM" | "SIGHUP"} EndSignal */

/** @type {readonly EndSignal[]} */
const endSignals = ["SIGINT", "SIGTERM", "SIGHUP"];

/** @type {(signal: EndSignal) => void} */
const exit = (signal) => process.exit(128 + constants.signals[signal]);
let onEnd = exit;
let isListening = false;

/** From now on a signal to end ends the process by way of its exit handlers, which end its children. */
export function listenForEnd() {
  if (isListening) return;
  isListening = true;
  for (const signal of endSignals) process.on(signal, () => onEnd(signal));
}

/**
 * Waits for a signal to end instead of ending at it.
 * @returns {{ readonly signal: Promise<void>, readonly release: () => void }} `release` brings back the ending
 */
export function awaitEnd() {
  listenForEnd();
  /** @type {Promise<void>} */
  const signal = new Promise((resolve) => {
    onEnd = () => resolve();
  });
  return {
    signal,
    release: () => {
      onEnd = exit;
    },
  };
}
