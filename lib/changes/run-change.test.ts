import { describe, expect, test } from "vitest";
import type { ChangeClock } from "@/lib/changes/change-clock";
import type { ChangeProgress } from "@/lib/changes/change-progress";
import type { ChangeSubject, SubjectReading } from "@/lib/changes/change-subject";
import { runChange } from "@/lib/changes/run-change";
import type { OciErrorCode } from "@/lib/oci/error-code";
import { OciRequestError } from "@/lib/oci/errors";
import type { WorkRequest } from "@/lib/oke/work-request";
import type { SecurityAttribute } from "@/lib/zpr/security-attribute";

const attribute = (value: string): SecurityAttribute => ({
  namespace: "app-sec",
  key: "tier",
  value,
  mode: "enforce",
  otherMembers: [],
  unreadable: null,
});

const before = [attribute("web")];
const after = [attribute("web"), { ...attribute("eu"), key: "region" }];
const foreign = [attribute("db")];

const workRequest = (status: WorkRequest["status"], errors: WorkRequest["errors"] = []): WorkRequest => ({
  id: "wr",
  service: "containerengine",
  operationType: "CLUSTER_UPDATE",
  status,
  percentComplete: null,
  timeAccepted: null,
  timeStarted: null,
  timeFinished: null,
  errors,
  logs: [],
});

const ociError = (code: OciErrorCode, isAmbiguous: boolean) =>
  new OciRequestError({ code, message: `Oracle says ${code}`, operation: "write", opcRequestId: "R/1", isAmbiguous });

type World = {
  etag: string;
  lifecycleState: string;
  sets: readonly (readonly SecurityAttribute[])[];
  canRead: boolean;
};

/** A resource in a world whose clock moves only when somebody sleeps; `events` happen when their second comes. */
function worldWith(script: {
  write: (world: World) => string | null;
  workRequestAt?: (seconds: number) => WorkRequest | "unreadable";
  events?: readonly (readonly [second: number, happen: (world: World) => void])[];
}) {
  const world: World = { etag: "e1", lifecycleState: "ACTIVE", sets: [before], canRead: true };
  const pending = [...(script.events ?? [])];
  const published: ChangeProgress[] = [];
  let milliseconds = 0;
  let writes = 0;
  const clock: ChangeClock = {
    now: () => milliseconds,
    sleep: (duration) => {
      milliseconds += duration;
      while (pending[0] !== undefined && pending[0][0] * 1000 <= milliseconds) pending.shift()?.[1](world);
      return Promise.resolve();
    },
    newId: () => "id",
  };
  const reading = (): SubjectReading => ({ etag: world.etag, lifecycleState: world.lifecycleState, sets: world.sets });
  const subject: ChangeSubject = {
    read: () => (world.canRead ? Promise.resolve(reading()) : Promise.reject(ociError("ServiceUnavailable", false))),
    write: async () => {
      writes += 1;
      return { workRequestId: await Promise.resolve(script.write(world)), opcRequestId: "W/1" };
    },
    readWorkRequest: () => {
      const answer = script.workRequestAt?.(milliseconds / 1000) ?? "unreadable";
      return answer === "unreadable" ? Promise.reject(ociError("TimedOut", false)) : Promise.resolve(answer);
    },
  };
  return {
    run: async () => {
      const ending = await runChange({
        subject,
        checked: reading(),
        after,
        clock,
        publish: (progress) => published.push(progress),
      });
      return { ending, writes, seconds: milliseconds / 1000, states: published.map(({ state }) => state), published };
    },
  };
}

const applied = (world: World) => {
  world.sets = [after];
  world.etag = "e2";
};
const fails = (code: OciErrorCode, isAmbiguous: boolean, effect?: (world: World) => void) => (world: World) => {
  effect?.(world);
  throw ociError(code, isAmbiguous);
};

describe("a write that is answered", () => {
  test("is verified once the work request succeeded and a fresh read shows the set", async () => {
    const { ending, states } = await worldWith({
      write: () => "wr",
      workRequestAt: (second) => workRequest(second < 1 ? "ACCEPTED" : second < 9 ? "IN_PROGRESS" : "SUCCEEDED"),
      events: [[9, applied]],
    }).run();
    expect(ending).toMatchObject({ state: "verified", error: null, actual: after });
    expect(states[0]).toBe("in-progress");
    expect(states.at(-1)).toBe("reading-back");
  });

  test("is verified when reads lag behind the service's success by some seconds", async () => {
    const { ending, seconds } = await worldWith({
      write: () => "wr",
      workRequestAt: () => workRequest("SUCCEEDED"),
      events: [[15, applied]],
    }).run();
    expect(ending.state).toBe("verified");
    expect(seconds).toBeLessThan(21);
  });

  test("is not applied when the service reports success and the set never shows", async () => {
    const { ending } = await worldWith({ write: () => "wr", workRequestAt: () => workRequest("SUCCEEDED") }).run();
    expect(ending).toMatchObject({ state: "not-applied", error: null, actual: before });
  });

  test("is not applied when only some of the secondary VNICs show the set", async () => {
    const { ending } = await worldWith({
      write: () => "wr",
      workRequestAt: () => workRequest("SUCCEEDED"),
      events: [[1, (world) => (world.sets = [after, before])]],
    }).run();
    expect(ending).toMatchObject({ state: "not-applied", actual: before });
  });

  test("is not applied when the resource has no place for the set", async () => {
    const { ending } = await worldWith({
      write: (world) => ((world.sets = []), "wr"),
      workRequestAt: () => workRequest("SUCCEEDED"),
    }).run();
    expect(ending.state).toBe("not-applied");
  });

  test("without a work request is read back at once", async () => {
    const { ending, states, seconds } = await worldWith({ write: (world) => (applied(world), null) }).run();
    expect(ending.state).toBe("verified");
    expect(states).toEqual(["reading-back"]);
    expect(seconds).toBe(0);
  });

  test("fails with Oracle's message and the request id when the work request fails", async () => {
    const error = { code: "InvalidTags", message: "Invalid tags", timestamp: null };
    const { ending } = await worldWith({
      write: () => "wr",
      workRequestAt: () => workRequest("FAILED", [error]),
    }).run();
    expect(ending).toMatchObject({
      state: "failed",
      error: { code: "InvalidTags", message: "Invalid tags", opcRequestId: "W/1" },
      actual: before,
    });
  });

  test("is followed through work requests that cannot be read for a while", async () => {
    const { ending } = await worldWith({
      write: () => "wr",
      workRequestAt: (second) => (second < 30 ? "unreadable" : workRequest("SUCCEEDED")),
      events: [[30, applied]],
    }).run();
    expect(ending.state).toBe("verified");
  });

  test("is unknown when the work request has not ended after 30 minutes", async () => {
    const { ending, seconds } = await worldWith({
      write: () => "wr",
      workRequestAt: () => workRequest("IN_PROGRESS"),
    }).run();
    expect(ending.state).toBe("unknown");
    expect(seconds).toBeGreaterThanOrEqual(1800);
    expect(seconds).toBeLessThan(1810);
  });

  test("is unknown, not failed, when the resource cannot be read afterwards", async () => {
    const { ending } = await worldWith({
      write: (world) => ((world.canRead = false), "wr"),
      workRequestAt: () => workRequest("SUCCEEDED"),
    }).run();
    expect(ending.state).toBe("unknown");
  });
});

describe("a write that is refused", () => {
  test.each(["InvalidParameter", "NotAuthorizedOrNotFound", "Conflict", "IncorrectState", "TooManyRequests"] as const)(
    "with %s fails with Oracle's words and is not sent again",
    async (code) => {
      const { ending, writes } = await worldWith({ write: fails(code, false) }).run();
      expect(ending).toMatchObject({
        state: "failed",
        error: { code, message: `Oracle says ${code}`, opcRequestId: "R/1" },
      });
      expect(writes).toBe(1);
    },
  );

  test("by our own side, before anything was sent, says so", async () => {
    const { ending } = await worldWith({ write: fails("Unreachable", false) }).run();
    expect(ending).toMatchObject({ state: "failed", error: { code: "Unreachable" } });
    expect(ending.message).toBe("The change could not be sent. Nothing was written.");
  });

  test("with 412 is verified when the resource carries the wanted set already", async () => {
    const { ending, writes } = await worldWith({ write: fails("NoEtagMatch", false, applied) }).run();
    expect(ending.state).toBe("verified");
    expect(writes).toBe(1);
  });

  test("with 412 fails and shows the other set when somebody else changed it", async () => {
    const { ending, writes } = await worldWith({
      write: fails("NoEtagMatch", false, (world) => {
        world.etag = "e2";
        world.sets = [foreign];
      }),
    }).run();
    expect(ending).toMatchObject({ state: "failed", error: { code: "ResourceChanged" }, actual: foreign });
    expect(writes).toBe(1);
  });
});

describe("a write whose answer is lost", () => {
  test("after it took effect is verified by reading", async () => {
    const { ending, writes, states } = await worldWith({ write: fails("Unreachable", true, applied) }).run();
    expect(ending.state).toBe("verified");
    expect(states).toEqual(["unknown"]);
    expect(writes).toBe(1);
  });

  test("and that takes effect later is verified by reading", async () => {
    const { ending, writes } = await worldWith({ write: fails("TimedOut", true), events: [[40, applied]] }).run();
    expect(ending.state).toBe("verified");
    expect(writes).toBe(1);
  });

  test("is waited for as long as the resource is being updated", async () => {
    const { ending } = await worldWith({
      write: fails("TimedOut", true, (world) => (world.lifecycleState = "UPDATING")),
      events: [
        [
          400,
          (world) => {
            world.lifecycleState = "ACTIVE";
            applied(world);
          },
        ],
      ],
    }).run();
    expect(ending.state).toBe("verified");
  });

  test("before it arrived fails after a minute in which nothing changed", async () => {
    const { ending, writes, seconds } = await worldWith({ write: fails("Unreachable", true) }).run();
    expect(ending).toMatchObject({ state: "failed", error: { code: "Unreachable" }, actual: before });
    expect(ending.message).toContain("did not arrive");
    expect(seconds).toBeGreaterThanOrEqual(60);
    expect(seconds).toBeLessThan(70);
    expect(writes).toBe(1);
  });

  test("fails as a conflict when the resource then carries a third set", async () => {
    const { ending } = await worldWith({
      write: fails("InternalServerError", true),
      events: [[5, (world) => Object.assign(world, { etag: "e9", sets: [foreign] })]],
    }).run();
    expect(ending).toMatchObject({ state: "failed", error: { code: "ResourceChanged" }, actual: foreign });
  });

  test("stays unknown when the resource changed in something else only", async () => {
    const { ending } = await worldWith({
      write: fails("InternalServerError", true),
      events: [[5, (world) => (world.etag = "e9")]],
    }).run();
    expect(ending).toMatchObject({ state: "unknown", actual: before });
  });

  test("stays unknown when the resource cannot be read", async () => {
    const { ending } = await worldWith({
      write: fails("Unreachable", true, (world) => (world.canRead = false)),
    }).run();
    expect(ending.state).toBe("unknown");
  });
});
