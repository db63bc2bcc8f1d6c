import type { Call } from "@/emulator/core/call";
import { invalidParameter, methodNotAllowed, notAllowed } from "@/emulator/core/errors";

/** ZPR's own text, as reported from a live tenancy. */
export function checkZprWrite(call: Call): void {
  if (!call.region.isHomeRegion) {
    throw methodNotAllowed("CREATE, UPDATE, and DELETE operations should be executed in home region");
  }
}

export function checkHomeRegion(call: Call): void {
  if (!call.region.isHomeRegion) {
    throw notAllowed(
      `Please go to your home region ${call.tenancy.homeRegion.regionName} to execute CREATE, UPDATE and DELETE operations.`,
    );
  }
}

/** ZPR policies and the ZPR configuration live in the root compartment only. */
export function checkRootCompartment(call: Call, compartmentId: string): void {
  if (compartmentId !== call.tenancy.id) throw invalidParameter("Invalid compartmentId");
}
