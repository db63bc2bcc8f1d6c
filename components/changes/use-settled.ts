"use client";

import { useEffect, useState } from "react";

const settleMs = 500;

/** The value once it has not changed for half a second; `undefined` while somebody is still typing. */
export function useSettled<T>(value: T): T | undefined {
  const [settled, setSettled] = useState<T>(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), settleMs);
    return () => clearTimeout(timer);
  }, [value]);
  return settled === value ? value : undefined;
}
