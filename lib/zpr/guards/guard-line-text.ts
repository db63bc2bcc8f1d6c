import type { GuardLine } from "@/lib/zpr/guards/guard-file";

/** A line in one sentence: "app.tier:web must reach app.tier:db on tcp/1521". */
export const guardLineText = ({ from, to, expects, protocol }: GuardLine): string =>
  `${from.text} ${expects === "reach" ? "must reach" : "must not reach"} ${to.text}${protocol.text === "" ? "" : ` on ${protocol.text}`}`;
