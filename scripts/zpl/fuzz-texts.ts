const pieces: readonly string[] = [
  "in",
  "VCN",
  "allow",
  "deny",
  "to",
  "connect",
  "endpoints",
  "with",
  "and",
  "all-endpoints",
  "vcn",
  "ALLOW",
  "alow",
  "conect",
  "=",
  ",",
  "'",
  "''",
  '"',
  "“",
  "”",
  "‘",
  "’",
  ";",
  "(",
  "<",
  ">",
  "<attribute>",
  "#",
  ":",
  ".",
  "/",
  "-",
  "==",
  "'='",
  "net.vcn:prod",
  "app:web",
  "a.b.c",
  "a.b.c:d",
  "networks:net1:App1",
  ":x",
  "x:",
  "'app.name:o'brien'",
  "'a:b c'",
  "''''",
  "'10.0.0.0/8'",
  "10.0.0.1",
  "'300.1.1.1'",
  "fd00::/8",
  "'::'",
  "::ffff:1.2.3.4",
  "'osn-services-ip-addresses'",
  "osn-services-ip-endpoints",
  "protocol='tcp/22'",
  "protocol",
  "protocol:",
  "protocol.icmp.type='8'",
  "tcp/22",
  "'tcp/22,443'",
  "connection-state='stateful'",
  "with protocol=tcp/22",
  "__proto__",
  "constructor:toString",
  "${var.x}",
  "app:'web 2'",
  "\u00A0",
  "\u200B",
  "\u202E",
  "\uFEFF",
  "\n",
  "\t",
  "\0",
  "\uD800",
  "\uDC00",
  "💥",
  "é",
  "İ",
  "ß",
  "𝕏",
];
const statements = [
  "in net.vcn:prod VCN allow app.tier:web endpoints to connect to app.tier:db endpoints with protocol='tcp/1521'",
  "in net.vcn:prod VCN allow '10.0.0.0/8' to connect to 'app.name:o''brien & co' endpoints",
  "in vcn:a VCN allow all-endpoints to connect to app:b with protocol='icmp', protocol.icmp.type='3' with connection-state='stateless'",
  "allow a.b:c endpoints with protocol='udp/53' in n.v:a VCN to connect to d.e:f endpoints in n.v:b VCN",
  "in zpr.vcn:x VCN allow zpr.node:y endpoints to connect to 'osn-services-ip-addresses'",
];

/** Numbers from 0 to 1 that are the same for the same seed (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** As many texts as are asked for, the same for the same seed: soups of pieces, broken statements, noise, long runs. */
export function* fuzzTexts(seed: number, count: number): Generator<string> {
  const random = randomFrom(seed);
  const below = (limit: number) => Math.floor(random() * limit);
  const oneOf = (list: readonly string[]) => list[below(list.length)] ?? "";
  const many = (limit: number, make: () => string) => Array.from({ length: below(limit) }, make);
  const noise = () => String.fromCharCode(random() < 0.8 ? 32 + below(95) : below(0x1_0000));
  const soup = () => many(24, () => oneOf(pieces)).join(random() < 0.8 ? " " : "");
  const broken = (): string => {
    let text = oneOf(statements);
    for (let times = 1 + below(4); times > 0; times -= 1) {
      const [from, length] = [below(text.length + 1), below(6)];
      const insert = random() < 0.4 ? "" : random() < 0.5 ? noise() : oneOf(pieces);
      text = text.slice(0, from) + insert + text.slice(from + (random() < 0.6 ? length : 0));
    }
    return text;
  };
  const long = () =>
    `${oneOf(statements)} ${oneOf(["", "with ", "'"])}${`${oneOf(pieces)}${oneOf(["", " ", "'", ","])}`.repeat(below(4_000))}`;
  for (let index = 0; index < count; index += 1) {
    const kind = random();
    if (kind < 0.4) yield broken();
    else if (kind < 0.8) yield soup();
    else if (kind < 0.995) yield many(80, noise).join("");
    else yield long();
  }
}
