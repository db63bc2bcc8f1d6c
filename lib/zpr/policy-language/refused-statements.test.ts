import { expect, test } from "vitest";
import { parseStatement } from "@/lib/zpr/policy-language/parse-statement";

const start = "in app:net VCN allow";
const whole = `${start} app:web endpoints to connect to app:db endpoints`;

test.each([
  ["Allow redteam users to access db services", "expected-location"],
  ["not allow a:b to connect to c:d", "only-allow"],
  [`in app:net VCN never allow app:web to connect to app:db`, "only-allow"],
  [`${start} allow app:web to connect to app:db`, "unexpected-text"],
  [`${start} not app:web to connect to app:db`, "expected-endpoint"],
  ["in app:net allow app:web endpoints to connect to app:db endpoints", "expected-location"],
  ["app:net VCN allow app:web endpoints to connect to app:db endpoints", "expected-location"],
  ["in VCN allow app:web to connect to app:db", "expected-location"],
  ["allow app:web endpoints to connect to app:db endpoints in app:net VCN", "expected-location"],
  [`${start} app:web endpoints in app:net VCN to connect to app:db endpoints`, "location-misplaced"],
  ["in all-endpoints VCN allow app:web to connect to app:db", "location-not-attribute"],
  ["allow app:web in n:a VCN to connect to all-endpoints in n:b VCN", "two-vcn-attributes-only"],
  ["allow app:web in n:a VCN to connect to 'osn-services-ip-addresses' in n:b VCN", "two-vcn-attributes-only"],
  [`${start} app:web or app:ops to connect to app:db`, "one-attribute"],
  [`${start} '10.0.0.0/16', '10.1.0.0/16' to connect to app:db`, "one-attribute"],
  [`${start} app.web.x:y to connect to app:db`, "attribute-name"],
  [`${start} :web to connect to app:db`, "attribute-name"],
  [`${start} ${"a".repeat(101)}:x to connect to app:db`, "attribute-name"],
  [`${start} app: to connect to app:db`, "attribute-value"],
  [`${start} a:${"x".repeat(256)} to connect to app:db`, "attribute-value"],
  ["in vcn.app-net VCN allow app:web to connect to app:db", "attribute-without-value"],
  [`${start} '10.0.0' to connect to app:db`, "address"],
  [`${start} '2001:db8::/129' to connect to app:db`, "address"],
  [`${start} all-endpoints endpoints to connect to app:db`, "endpoints-after-address"],
  [`${start} 'all-endpoints' to connect to all-endpoints`, "both-sides"],
  [`${start} '0.0.0.0/0' to connect to '10.0.0.1'`, "both-sides"],
  [`${start} app:web endpoints connect to app:db endpoints`, "expected-to-connect-to"],
  [`${start} app:web endpoints to connect to to app:db`, "unexpected-text"],
  [`${whole}.`, "misspelled-keyword"],
  [`${whole};`, "unexpected-text"],
  [`${whole} # web`, "unexpected-text"],
  [`${whole} ${whole}`, "unexpected-text"],
  [`${whole} if protocol='tcp/22'`, "unexpected-text"],
  [`${whole} with`, "filter-form"],
  [`${whole} with protocol=`, "filter-form"],
  [`${whole} with protocol='tcp/22' protocol.icmp.type='8'`, "filter-form"],
  [`${whole} with port='443'`, "filter-name"],
  [`${whole} with protocol="tcp/22"`, "wrong-quotes"],
  [`${whole} with protocol=' tcp/22'`, "protocol"],
  [`${whole} with protocol='256'`, "protocol"],
  [`${whole} with protocol='all'`, "protocol"],
  [`${whole} with protocol='tcp/0-65536'`, "port-range"],
  [`${whole} with protocol.icmp.type='256'`, "icmp-value"],
])("%s is refused by %s", (text, rule) => {
  const { isValid, diagnostics } = parseStatement(text);
  expect(isValid).toBe(false);
  expect(diagnostics.map((each) => each.rule)).toContain(rule);
});

test.each([
  `  ${whole}\t`,
  `${start} a:${"x".repeat(255)} to connect to app:db`,
  `${start} 'a:${"💥".repeat(255)}' to connect to app:db`,
  `${start} all-endpoints to connect to '10.0.0.0/8'`,
  `${start} all-endpoints to connect to 'osn-services-ip-addresses'`,
  `${whole} with protocol='0'`,
])("%s is not", (text) => {
  expect(parseStatement(text).diagnostics).toEqual([]);
});
