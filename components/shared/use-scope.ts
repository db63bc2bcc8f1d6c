"use client";

import { createContext, use } from "react";
import { resolveScope, type Scope } from "@/components/shared/scope";

/** Given once, by the frame; outside it nothing is narrowed. */
export const ScopeContext = createContext<Scope>(resolveScope({ region: [], compartmentId: null }, null));

/** The part of the tenancy that the page is about, as its address says. Stays the same object while it says the same. */
export const useScope = (): Scope => use(ScopeContext);
