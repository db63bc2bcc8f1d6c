import "server-only";
import { Region } from "oci-common";

/** Whether the SDK knows the region, spelled exactly so. Others would get a host made from the text. */
export const isKnownRegion = (region: string): boolean => Region.values().some(({ regionId }) => regionId === region);
