/** A tenancy's own time, in ms since 1970. It never touches the five-minute rule of signatures: that uses real time. */
export type TenancyClock = {
  readonly now: () => number;
  readonly mode: () => "auto" | "manual";
  /** Sets mode, time, or both; in manual mode time stands still until it is moved. */
  readonly set: (change: ClockChange) => void;
  /** Calls `run` with its due time once the clock has passed it. */
  readonly at: (due: number, run: (due: number) => void) => void;
  /** Runs everything that has become due, in order of time. Called before each request is answered. */
  readonly settle: () => void;
};

export type ClockChange = {
  readonly mode?: "auto" | "manual" | undefined;
  readonly now?: number | undefined;
  readonly advanceMs?: number | undefined;
};

type Appointment = { readonly due: number; readonly run: (due: number) => void };

/** Makes a clock that starts at `realNow()` and runs with it. */
export function createTenancyClock(realNow: () => number): TenancyClock {
  let mode: "auto" | "manual" = "auto";
  let offset = 0;
  let frozenAt = realNow();
  let appointments: Appointment[] = [];

  const now = () => (mode === "auto" ? realNow() + offset : frozenAt);
  const settle = () => {
    for (;;) {
      const next = appointments[0];
      if (next === undefined || next.due > now()) return;
      appointments = appointments.slice(1);
      next.run(next.due);
    }
  };

  return {
    now,
    mode: () => mode,
    set(change) {
      const target = (change.now ?? now()) + (change.advanceMs ?? 0);
      mode = change.mode ?? mode;
      frozenAt = target;
      offset = target - realNow();
      settle();
    },
    at(due, run) {
      appointments = [...appointments, { due, run }].toSorted((a, b) => a.due - b.due);
    },
    settle,
  };
}
