"use client";

import { type ComponentType, type ReactNode, useSyncExternalStore } from "react";

type Late<P> = ComponentType<P> & {
  /** Has the module fetched now, so that it is there when it is drawn. */
  readonly preload: () => void;
};

/**
 * A component of a module that is loaded when it is first drawn in the browser; the server draws `meanwhile`, as the browser
 * does until it has come. Once it is there it is drawn at once, which a lazy component of React is not: that one shows its
 * fallback first, and React leaves a fallback standing for 300 ms. Nor does anything around it wait,
 * as without a boundary it would: boxes would lose what is typed. A module that does not come throws where it would stand.
 */
export function late<P extends object>(load: () => Promise<ComponentType<P>>, meanwhile: ReactNode = null): Late<P> {
  let state: { readonly component: ComponentType<P> | null; readonly failure: unknown } = {
    component: null,
    failure: null,
  };
  let isAsked = false;
  const listeners = new Set<() => void>();
  const settle = (next: typeof state) => {
    state = next;
    for (const listener of listeners) listener();
  };
  const preload = () => {
    if (isAsked) return;
    isAsked = true;
    load().then(
      (component) => settle({ component, failure: null }),
      (failure: unknown) => settle({ component: null, failure }),
    );
  };
  const subscribe = (listener: () => void) => {
    listeners.add(listener);
    preload();
    return () => void listeners.delete(listener);
  };
  const atFirst = state;
  function LateComponent(props: P) {
    const { component: Component, failure } = useSyncExternalStore(
      subscribe,
      () => state,
      () => atFirst,
    );
    if (failure !== null) throw failure;
    return Component === null ? meanwhile : <Component {...props} />;
  }
  return Object.assign(LateComponent, { preload });
}
