/** A region with its three names: the API's (`us-ashburn-1`), the key (`IAD`) and the part in OCIDs. */
export type Place = {
  readonly regionName: string;
  readonly regionKey: string;
  readonly ocidRegion: string;
  readonly isHomeRegion: boolean;
  readonly availabilityDomains: readonly string[];
};

export const ashburn: Place = {
  regionName: "us-ashburn-1",
  regionKey: "IAD",
  // The oldest regions stand in OCIDs by their key, all later ones by their name.
  ocidRegion: "iad",
  isHomeRegion: true,
  availabilityDomains: ["Uocm:US-ASHBURN-AD-1", "Uocm:US-ASHBURN-AD-2", "Uocm:US-ASHBURN-AD-3"],
};

export const frankfurt: Place = {
  regionName: "eu-frankfurt-1",
  regionKey: "FRA",
  ocidRegion: "eu-frankfurt-1",
  isHomeRegion: false,
  availabilityDomains: ["Uocm:EU-FRANKFURT-1-AD-1", "Uocm:EU-FRANKFURT-1-AD-2", "Uocm:EU-FRANKFURT-1-AD-3"],
};
