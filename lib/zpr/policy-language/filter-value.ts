import type { Span, TextEdit } from "@/lib/zpr/policy-language/diagnostic";
import { fixOf, type ParseContext, replacing, shown } from "@/lib/zpr/policy-language/parse-context";
import { hasPorts, knownProtocolNames, protocolNumberOf } from "@/lib/zpr/policy-language/protocol-numbers";
import { isSlipOf, similarTo } from "@/lib/zpr/policy-language/similar-word";
import { splitFix } from "@/lib/zpr/policy-language/split-statement";
import type { Filters, PortRange, ProtocolFilter } from "@/lib/zpr/policy-language/statement";
import type { FilterName } from "@/lib/zpr/policy-language/token";

/** A filter's value where it stands: `inner` without its quotes, `removal` what would take the filter out. */
export type FilterText = { readonly text: string; readonly inner: Span; readonly removal: TextEdit };

const maxPort = 65_535;

/** What one filter narrows a side to; `null` when its value is none, which is reported. */
export function parseFilterValue(context: ParseContext, name: FilterName, given: FilterText): Partial<Filters> | null {
  switch (name) {
    case "protocol": {
      const protocol = protocolFrom(context, given);
      return protocol && { protocol };
    }
    case "protocol.icmp.type": {
      const icmpType = icmpNumberFrom(context, given);
      return icmpType === null ? null : { icmpType };
    }
    case "protocol.icmp.code": {
      const icmpCode = icmpNumberFrom(context, given);
      return icmpCode === null ? null : { icmpCode };
    }
    case "connection-state":
      return connectionStateFrom(context, given);
  }
}

function icmpNumberFrom(context: ParseContext, { text, inner }: FilterText): number | null {
  if (/^\d{1,3}$/u.test(text) && Number(text) <= 255) return Number(text);
  const bare = text.trim();
  const isOnlyBlanks = bare !== text && /^\d{1,3}$/u.test(bare) && Number(bare) <= 255;
  context.report("icmp-value", inner, `${shown(text)} is no number from 0 to 255.`, {
    expected: ["0 to 255"],
    fix: isOnlyBlanks ? fixOf("Take the blanks out", replacing(inner, bare)) : null,
  });
  return null;
}

function connectionStateFrom(context: ParseContext, { text, inner, removal }: FilterText): Partial<Filters> | null {
  const folded = text.toLowerCase();
  if (folded === "stateless") return { isStateless: true };
  const isSlip = isSlipOf(folded.trim(), "stateless") || folded.trim() === "stateless";
  const message =
    folded === "stateful"
      ? "stateful is what holds without this filter; it is not written."
      : `${shown(text)} is no state that can be written.`;
  context.report("connection-state", inner, message, {
    expected: ["stateless"],
    fix: isSlip
      ? fixOf("Write stateless", replacing(inner, "stateless"))
      : folded === "stateful"
        ? fixOf("Remove the filter", removal)
        : null,
  });
  return null;
}

const isPort = (text: string) => /^\d{1,5}$/u.test(text) && Number(text) <= maxPort;

function protocolFrom(context: ParseContext, given: FilterText): ProtocolFilter | null {
  const { text, inner } = given;
  const match = /^([a-z0-9+.-]{1,20})(?:\/(\d{1,9})(?:-(\d{1,9}))?)?$/iu.exec(text);
  if (match === null) {
    reportProtocolForm(context, given);
    return null;
  }
  const [, name = "", low, high = low] = match;
  if (protocolNumberOf(name) === null) {
    if (isPortsAlone(text)) reportPortsAlone(context, text, inner);
    else reportProtocolName(context, name.toLowerCase(), inner);
    return null;
  }
  const ports = low === undefined || high === undefined ? null : portsFrom(context, { low, high, name }, inner);
  return ports === undefined ? null : { name: name.toLowerCase(), ports };
}

function portsFrom(
  context: ParseContext,
  { low, high, name }: { readonly low: string; readonly high: string; readonly name: string },
  inner: Span,
): PortRange | undefined {
  if (!isPort(low) || !isPort(high)) {
    context.report("port-range", inner, `${isPort(low) ? high : low} is no port: they go to ${maxPort}.`, {
      expected: ["0 to 65535"],
    });
    return undefined;
  }
  if (Number(low) > Number(high)) {
    const turned = `${name}/${high}-${low}`;
    context.report("port-range", inner, `The range ${low}-${high} runs backwards.`, {
      expected: [turned],
      fix: fixOf("Turn the range round", replacing(inner, turned)),
    });
    return undefined;
  }
  return { from: Number(low), to: Number(high) };
}

function reportProtocolName(context: ParseContext, name: string, inner: Span): void {
  const similar = similarTo(name, knownProtocolNames) ?? nearTcp[name] ?? null;
  const hint = name === "all" || name === "any" ? " Without the filter, every protocol is allowed." : "";
  context.report("protocol", inner, `${shown(name)} is no protocol that IANA has registered.${hint}`, {
    expected: ["tcp", "udp", "icmp", "0 to 255"],
    fix:
      similar === null
        ? null
        : fixOf(`Write ${similar}`, replacing({ from: inner.from, to: inner.from + name.length }, similar)),
  });
}

/** `443`, `8000-8099`: no protocol has that number, and ports lack the protocol before them. */
function isPortsAlone(text: string): boolean {
  const [, low, high = low] = /^(\d{1,5})(?:-(\d{1,5}))?$/u.exec(text) ?? [];
  return low !== undefined && high !== undefined && isPort(low) && isPort(high) && Number(low) <= Number(high);
}

function reportPortsAlone(context: ParseContext, text: string, inner: Span): void {
  const [tcp, udp] = [`tcp/${text}`, `udp/${text}`];
  context.report("protocol", inner, `${text} lacks its protocol: a port stands behind one.`, {
    expected: [tcp, udp],
    fix: fixOf(`Write ${tcp}`, replacing(inner, tcp)),
  });
}

const nearTcp: Readonly<Record<string, string>> = Object.assign(Object.create(null), {
  tpc: "tcp",
  tcpip: "tcp",
  upd: "udp",
});

function reportProtocolForm(context: ParseContext, given: FilterText): void {
  const { text, inner } = given;
  if (text.includes(",")) {
    reportPortList(context, given);
    return;
  }
  const bare = text.length > 60 ? text : text.replaceAll(/\s+/gu, "").toLowerCase();
  const [, turnedPort, turnedName] = /^(\d{1,5}(?:-\d{1,5})?)\/([a-z]{3,4})$/u.exec(bare) ?? [];
  const [, name, port] = /^([a-z]{3,4})[:\s_-]?\/?(\d{1,5}(?:-\d{1,5})?)$/u.exec(bare) ?? [];
  const written = turnedName === undefined ? `${name}/${port}` : `${turnedName}/${turnedPort}`;
  const number = protocolNumberOf(turnedName ?? name ?? "");
  const isPlain = number !== null && hasPorts(number) && written.split(/[/-]/u).slice(1).every(isPort);
  context.report("protocol", inner, `${shown(text)} is no protocol with a port or a range.`, {
    expected: ["tcp/22", "tcp/8000-8099"],
    fix: isPlain ? fixOf(`Write ${written}`, replacing(inner, written)) : null,
  });
}

/** `tcp/22,443` becomes a statement for each. */
function reportPortList(context: ParseContext, { text, inner }: FilterText): void {
  const [first = "", ...rest] = text.length > 200 ? [text] : text.split(",").map((each) => each.trim());
  const name = first.slice(0, first.indexOf("/"));
  const values = [first, ...rest.map((each) => (each.includes("/") ? each : `${name}/${each}`))];
  const areRight = values.every((each) => {
    const [protocol = "", ports = "", ...more] = each.split("/");
    const [low = "", high = low, ...others] = ports.split("-");
    const isRange = isPort(low) && isPort(high) && Number(low) <= Number(high);
    return more.length + others.length === 0 && protocolNumberOf(protocol) !== null && isRange;
  });
  context.report("port-list", inner, "A list of ports is several statements.", {
    expected: ["tcp/22", "tcp/8000-8099"],
    fix: areRight
      ? splitFix(
          context,
          values.length,
          (index) => context.text.slice(0, inner.from) + values[index] + context.text.slice(inner.to),
        )
      : null,
  });
}
