/** The parts of the handle of a volume on OCI File Storage. */
export type VolumeHandle = {
  readonly fileSystemId: string;
  /** In lower case: an IPv4 address, an IPv6 address without its brackets, or a DNS name. */
  readonly host: string;
  readonly path: string;
};

/**
 * Takes `<file system OCID>:<host>:<path>`, gives its parts; `null` where it is not one. The host may be an IPv6 address
 * in brackets, so that it is what stands between the first colon and the last.
 * https://github.com/oracle/oci-cloud-controller-manager, `pkg/csi-util`
 */
export function volumeHandleFrom(text: string | null): VolumeHandle | null {
  const [first, last] = [text?.indexOf(":") ?? -1, text?.lastIndexOf(":") ?? -1];
  if (text === null || first < 1 || last <= first + 1) return null;
  const host = text.slice(first + 1, last).replace(/^\[(.*)\]$/u, "$1");
  return { fileSystemId: text.slice(0, first), host: host.toLowerCase(), path: text.slice(last + 1) };
}
