import { expect, test } from "vitest";
import { createTenancyClock } from "@/emulator/core/clock";

/** A clock over a real time that the test moves. */
function clockAt(start: number) {
  const real = { now: start };
  return { real, clock: createTenancyClock(() => real.now) };
}

test("it runs with real time, and keeps its distance after it was moved", () => {
  const { real, clock } = clockAt(1000);
  clock.set({ advanceMs: 500 });
  real.now += 10;
  expect(clock.now()).toBe(1510);
});

test("in manual mode it stands still until it is moved", () => {
  const { real, clock } = clockAt(1000);
  clock.set({ mode: "manual" });
  real.now += 10_000;
  expect(clock.now()).toBe(1000);
  clock.set({ advanceMs: 5 });
  expect(clock.now()).toBe(1005);
  clock.set({ mode: "auto" });
  real.now += 1;
  expect(clock.now()).toBe(1006);
});

test("what is due runs in order of time, with its own time, and what that arranges runs too", () => {
  const { clock } = clockAt(0);
  clock.set({ mode: "manual" });
  const ran: [string, number][] = [];
  clock.at(20, (at) => void ran.push(["second", at]));
  clock.at(10, (at) => {
    ran.push(["first", at]);
    clock.at(at + 5, (later) => void ran.push(["between", later]));
    clock.at(at + 100, (later) => void ran.push(["too late", later]));
  });
  clock.set({ advanceMs: 50 });
  expect(ran).toEqual([
    ["first", 10],
    ["between", 15],
    ["second", 20],
  ]);
});

test("nothing runs before its time, nor twice", () => {
  const { real, clock } = clockAt(0);
  let runs = 0;
  clock.at(10, () => void (runs += 1));
  real.now = 9;
  clock.settle();
  expect(runs).toBe(0);
  real.now = 10;
  clock.settle();
  clock.settle();
  expect(runs).toBe(1);
});
