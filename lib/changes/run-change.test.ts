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

/** One that began in a second of the test's clock. */
const listedAt = (id: string, second: number, status: WorkRequest["status"], errors: WorkRequest["errors"] = []) => ({
  ...workRequest(status, errors),
  id,
  timeAccepted: new Date(second * 1000).toISOString(),
  timeFinished: status === "IN_PROGRESS" ? null : new Date(second * 1000).toISOString(),
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
  /** Newest first. */
  workRequestsAt?: (seconds: number) => readonly WorkRequest[] | "unreadable";
  isSynchronous?: boolean;
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
    readWorkRequest: script.isSynchronous
      ? null
      : () => {
          const answer = script.workRequestAt?.(milliseconds / 1000) ?? "unreadable";
          return answer === "unreadable" ? Promise.reject(ociError("TimedOut", false)) : Promise.resolve(answer);
        },
    listWorkRequests:
      script.workRequestsAt === undefined
        ? null
        : () => {
            const answer = script.workRequestsAt?.(milliseconds / 1000) ?? "unreadable";
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
      /** As the long watch does, until something is known. */
      const later = async () => {
        let last = ending;
        for (let looks = 0; last.lookAgain !== undefined && looks < 60; looks += 1) {
          await clock.sleep(60_000);
          last = await last.lookAgain();
        }
        return { ending: last, seconds: milliseconds / 1000 };
      };
      const states = published.map(({ state }) => state).filter((state) => state !== undefined);
      return { ending, writes, seconds: milliseconds / 1000, states, published, later };
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

  test("is found out later when the work request ends after more than 30 minutes", async () => {
    const late = (status: WorkRequest["status"], effect: (world: World) => void) =>
      worldWith({
        write: () => "wr",
        workRequestAt: (second) => workRequest(second < 2700 ? "IN_PROGRESS" : status),
        events: [[2700, effect]],
      }).run();
    expect((await (await late("SUCCEEDED", applied)).later()).ending.state).toBe("verified");
    expect((await (await late("SUCCEEDED", () => {})).later()).ending.state).toBe("not-applied");
    expect((await (await late("FAILED", () => {})).later()).ending).toMatchObject({
      state: "failed",
      error: { opcRequestId: "W/1" },
    });
  });

  test("is verified by the resource itself when its work request cannot be read", async () => {
    const { ending, seconds } = await worldWith({
      write: () => "wr",
      workRequestAt: () => "unreadable",
      events: [[20, applied]],
    }).run();
    expect(ending.state).toBe("verified");
    expect(seconds).toBeLessThan(30);
  });

  test("is not said to run on when its work request cannot be read", async () => {
    const { ending } = await worldWith({ write: () => "wr", workRequestAt: () => "unreadable" }).run();
    expect(ending).toMatchObject({ state: "unknown" });
    expect(ending.message).toContain("could not be read");
  });

  test("is not verified by a read while the work request runs, which may yet fail", async () => {
    const { ending } = await worldWith({
      write: (world) => (applied(world), "wr"),
      workRequestAt: (second) => workRequest(second < 60 ? "IN_PROGRESS" : "FAILED"),
    }).run();
    expect(ending.state).toBe("failed");
  });

  test("is found out later when the resource can be read again", async () => {
    const { ending, later } = await worldWith({
      write: (world) => ((world.canRead = false), "wr"),
      workRequestAt: () => workRequest("SUCCEEDED"),
      events: [[300, (world) => ((world.canRead = true), applied(world))]],
    }).run();
    expect(ending.state).toBe("unknown");
    expect((await later()).ending.state).toBe("verified");
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
    expect(ending).toMatchObject({
      state: "failed",
      error: { code: "ResourceChanged" },
      actual: foreign,
      currentEtag: "e2",
    });
    expect(writes).toBe(1);
  });

  test("with 412 waits for a read that is newer than the one the change was checked against", async () => {
    const { ending } = await worldWith({
      write: fails("NoEtagMatch", false),
      events: [[6, (world) => Object.assign(world, { etag: "e2", sets: [foreign] })]],
    }).run();
    expect(ending).toMatchObject({ error: { code: "ResourceChanged" }, actual: foreign, currentEtag: "e2" });
  });

  test("with 412 shows of VNICs that disagree the first, as the page of the resource does", async () => {
    const { ending } = await worldWith({
      write: fails("NoEtagMatch", false, (world) => Object.assign(world, { etag: "e2", sets: [after, foreign] })),
    }).run();
    expect(ending).toMatchObject({ state: "failed", actual: after });
  });

  test("with 412 is told without versions when the resource cannot be read", async () => {
    const { ending } = await worldWith({
      write: fails("NoEtagMatch", false, (world) => (world.canRead = false)),
    }).run();
    expect(ending).toMatchObject({ state: "failed", error: { code: "ResourceChanged" } });
    expect(ending).not.toHaveProperty("currentEtag");
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
    expect(ending).toMatchObject({
      state: "failed",
      error: { code: "ResourceChanged" },
      actual: foreign,
      currentEtag: "e9",
    });
  });

  test("stays unknown for ten minutes when the resource changed in something else and its work cannot be seen", async () => {
    const { ending, later } = await worldWith({
      write: fails("InternalServerError", true),
      events: [[5, (world) => (world.etag = "e9")]],
    }).run();
    expect(ending).toMatchObject({ state: "unknown", actual: before });
    const settled = await later();
    expect(settled.seconds).toBeGreaterThanOrEqual(600);
    expect(settled.seconds).toBeLessThan(800);
    expect(settled.ending).toMatchObject({ state: "failed", error: { code: "ResourceChanged" }, currentEtag: "e9" });
  });

  test("fails when the etag that guarded it is void and its service works at once, or lists no work", async () => {
    const events = [[5, (world: World) => (world.etag = "e9")]] as const;
    for (const script of [{ isSynchronous: true }, { workRequestsAt: () => [] }]) {
      const { ending } = await worldWith({ write: fails("InternalServerError", true), events, ...script }).run();
      expect(ending).toMatchObject({ state: "failed", error: { code: "ResourceChanged" }, actual: before });
    }
  });

  test("stays unknown when the resource cannot be read", async () => {
    const { ending } = await worldWith({
      write: fails("Unreachable", true, (world) => (world.canRead = false)),
    }).run();
    expect(ending.state).toBe("unknown");
  });

  test("is found out when the resource can be read again", async () => {
    const { later } = await worldWith({
      write: fails("Unreachable", true, (world) => (world.canRead = false)),
      events: [[200, (world) => ((world.canRead = true), applied(world))]],
    }).run();
    expect((await later()).ending.state).toBe("verified");
  });
});

describe("a write whose answer is lost, to a service that says only in work requests that it is at work", () => {
  const lost = fails("TimedOut", true);
  const earlier = listedAt("earlier", -600, "SUCCEEDED");
  /** The first look is the one before the write. */
  const history = (since: (second: number) => readonly WorkRequest[]) => {
    let looks = 0;
    return (second: number) => ((looks += 1) === 1 ? [earlier] : [...since(second), earlier]);
  };

  test("is waited for as long as a work request runs that began after it", async () => {
    const { ending, seconds, published } = await worldWith({
      write: lost,
      workRequestsAt: history((second) => [listedAt("ours", 1, second < 400 ? "IN_PROGRESS" : "SUCCEEDED")]),
      events: [[400, applied]],
    }).run();
    expect(ending.state).toBe("verified");
    expect(seconds).toBeGreaterThanOrEqual(400);
    expect(published.at(-1)?.workRequest?.id).toBe("ours");
  });

  test("is not verified by a read while that work request runs", async () => {
    const { seconds } = await worldWith({
      write: fails("TimedOut", true, applied),
      workRequestsAt: history((second) => [listedAt("ours", 1, second < 100 ? "IN_PROGRESS" : "SUCCEEDED")]),
    }).run();
    expect(seconds).toBeGreaterThanOrEqual(100);
  });

  test("fails with the reason of that work request", async () => {
    const error = { code: "LimitExceeded", message: "No more room.", timestamp: null };
    const { ending } = await worldWith({
      write: lost,
      workRequestsAt: history((second) => [listedAt("ours", 1, second < 90 ? "IN_PROGRESS" : "FAILED")]),
      workRequestAt: () => workRequest("FAILED", [error]),
    }).run();
    expect(ending).toMatchObject({ state: "failed", error: { code: "LimitExceeded", message: "No more room." } });
    expect(ending.message).not.toContain("did not arrive");
  });

  test("is not applied when that work request succeeded and the set does not show", async () => {
    const { ending } = await worldWith({
      write: lost,
      workRequestsAt: history(() => [listedAt("ours", 1, "SUCCEEDED")]),
    }).run();
    expect(ending).toMatchObject({ state: "not-applied", actual: before });
  });

  test("did not arrive when no work request began after it; earlier ones say nothing", async () => {
    const { ending, seconds } = await worldWith({ write: lost, workRequestsAt: history(() => []) }).run();
    expect(ending).toMatchObject({ state: "failed" });
    expect(ending.message).toContain("did not arrive");
    expect(seconds).toBeLessThan(70);
  });

  test("is not said not to have arrived while its work requests cannot be read", async () => {
    const { ending, later } = await worldWith({
      write: lost,
      workRequestsAt: (second) => (second < 400 ? "unreadable" : [listedAt("any", 1, "IN_PROGRESS")]),
    }).run();
    expect(ending).toMatchObject({ state: "unknown", actual: before });
    expect((await later()).ending.state).toBe("unknown");
  });

  test("is given up as long running after half an hour, and found out later", async () => {
    const { ending, later, seconds } = await worldWith({
      write: lost,
      workRequestsAt: history((second) => [listedAt("ours", 1, second < 3000 ? "IN_PROGRESS" : "SUCCEEDED")]),
      events: [[3000, applied]],
    }).run();
    expect(ending.state).toBe("unknown");
    expect(seconds).toBeLessThan(1810);
    expect((await later()).ending.state).toBe("verified");
  });
});
