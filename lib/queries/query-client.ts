import { QueryClient, environmentManager } from "@tanstack/react-query";
import type { ApiError } from "@/lib/queries/api-error";

declare module "@tanstack/react-query" {
  interface Register {
    defaultError: ApiError;
  }
}

const makeQueryClient = () =>
  new QueryClient({
    defaultOptions: {
      // The server decides what is worth trying again; a page that retries on its own hides failures.
      queries: { staleTime: 30_000, retry: false, refetchOnWindowFocus: false },
      mutations: { retry: false },
    },
  });

let browserClient: QueryClient | undefined;

/** One client per request on the server, one per tab in the browser. */
export function getQueryClient(): QueryClient {
  if (environmentManager.isServer()) return makeQueryClient();
  browserClient ??= makeQueryClient();
  return browserClient;
}
