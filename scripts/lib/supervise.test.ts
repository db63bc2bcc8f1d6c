import { expect, test } from "vitest";
import { startNode, untilAnswering, type Running } from "@/scripts/lib/child-process.mjs";
import { superviseUntilEnded } from "@/scripts/lib/supervise.mjs";

const start = (name: string, code: string): Running => startNode(name, ["-e", code], process.env);
const forever = "setInterval(() => {}, 1000)";

test("when one process dies the others are ended, and its last words are told", async () => {
  const lasting = start("The lasting one", forever);
  const dying = start("The dying one", "console.error('out of luck'); process.exit(3)");
  await expect(superviseUntilEnded([lasting, dying])).rejects.toThrow("The dying one ended with code 3.\nout of luck");
  expect(await lasting.ended).toBe("was ended by SIGTERM");
});

test.each(["SIGINT", "SIGTERM"] as const)("%s ends every process", async (signal) => {
  const processes = [start("One", forever), start("Two", forever)];
  const supervised = superviseUntilEnded(processes);
  process.emit(signal);
  await supervised;
  expect(await Promise.all(processes.map((child) => child.ended))).toEqual([
    "was ended by SIGTERM",
    "was ended by SIGTERM",
  ]);
});

test("a server that dies before it answers is told with its own words", async () => {
  const server = start("The server", "console.error('EADDRINUSE'); process.exit(1)");
  await expect(untilAnswering(server, "http://127.0.0.1:9/")).rejects.toThrow(
    "The server ended with code 1.\nEADDRINUSE",
  );
});
