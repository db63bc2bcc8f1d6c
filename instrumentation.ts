/** Run by Next once, when the server starts. It does not wait: the server answers meanwhile. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { loadSdk } = await import("@/lib/oci/clients");
  void loadSdk();
}
