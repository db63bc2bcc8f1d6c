/** What a path can be tested for. Apart from the command's making, which the browser does not need. */
export const pathProtocols = ["tcp", "udp", "icmp"] as const;
export type PathProtocol = (typeof pathProtocols)[number];
