import * as v from "valibot";
import { expect, test } from "vitest";
import type { KubernetesLists } from "@/lib/oke/declared-setting";
import { ingressClassSchema, serviceSchema } from "@/lib/oke/kubernetes-objects";
import { unstoredDeclarations } from "@/lib/oke/unstored-declaration";

const text = '{"app":{"tier":{"value":"web","mode":"enforce"}}}';

const metadata = (name: string, annotations: object = {}) => ({
  name,
  namespace: "shop",
  uid: `uid-of-${name}`,
  resourceVersion: "7",
  creationTimestamp: "2026-11-20T10:00:00Z",
  annotations,
});

const service = (name: string, { ip, text }: { readonly ip?: string; readonly text?: string } = {}) =>
  v.parse(serviceSchema, {
    metadata: metadata(name, text === undefined ? {} : { "oci.oraclecloud.com/security-attributes": text }),
    spec: { type: "LoadBalancer" },
    status: { loadBalancer: { ingress: ip === undefined ? [] : [{ ip }] } },
  });

const classOf = (name: string, controller: string, id?: string) =>
  v.parse(ingressClassSchema, {
    metadata: metadata(name, {
      "oci-native-ingress.oraclecloud.com/security-attributes": text,
      ...(id !== undefined && { "oci-native-ingress.oraclecloud.com/id": id }),
    }),
    spec: { controller },
  });

const all = <T>(...items: readonly T[]) => ({ items, problem: null });
const lists = (more: Partial<KubernetesLists>): KubernetesLists => ({
  services: all(),
  ingressClasses: all(),
  storageClasses: all(),
  persistentVolumes: all(),
  ...more,
});

const event = (reason: string, lastSeenAt: string) => ({
  objectUid: "uid-of-pending",
  isWarning: true,
  reason,
  message: "quota",
  count: 3,
  lastSeenAt,
});

const catalog = { namespaces: [], isNamespaceListComplete: false, gaps: [] };
const facts = { ownerUids: new Set<string>(), events: new Map(), catalog };

test("a Service that owns a load balancer which was read is none", () => {
  expect(
    unstoredDeclarations(lists({ services: all(service("front")) }), {
      ...facts,
      ownerUids: new Set(["uid-of-front"]),
    }),
  ).toEqual([]);
});

test("one without an address has no load balancer yet, and its events stand there, the latest first", () => {
  const events = new Map([
    ["uid-of-pending", [event("Early", "2026-11-20T10:00:00Z"), event("Late", "2026-11-20T11:00:00Z")]],
  ]);
  const [unstored] = unstoredDeclarations(lists({ services: all(service("pending", { text })) }), { ...facts, events });
  expect(unstored).toMatchObject({ reason: "not-made", names: [], declared: [{ key: "tier", value: "web" }] });
  expect(unstored?.events.map(({ reason }) => reason)).toEqual(["Late", "Early"]);
});

test("one with an address has a load balancer that was not read", () => {
  expect(unstoredDeclarations(lists({ services: all(service("far", { ip: "10.0.0.9", text })) }), facts)).toMatchObject(
    [{ reason: "not-among-read", names: ["10.0.0.9"], text, declared: [{ key: "tier" }] }],
  );
});

test("a value that is no set is shown as it stands", () => {
  expect(unstoredDeclarations(lists({ services: all(service("bad", { text: "{" })) }), facts)).toMatchObject([
    { text: "{", declared: null, problems: [{ code: "not-json" }] },
  ]);
});

test("of IngressClasses only those of the native ingress controller have load balancers of their own", () => {
  const ingressClasses = all(
    classOf("nginx", "k8s.io/ingress-nginx"),
    classOf("new", "oci.oraclecloud.com/native-ingress-controller"),
    classOf("far", "oci.oraclecloud.com/native-ingress-controller", "ocid1.loadbalancer.oc1.iad.far"),
  );
  expect(unstoredDeclarations(lists({ ingressClasses }), facts)).toMatchObject([
    { object: { name: "new" }, reason: "not-made" },
    { object: { name: "far" }, reason: "not-among-read", names: ["ocid1.loadbalancer.oc1.iad.far"] },
  ]);
});

test("one that declares nothing lacks nothing, and is none", () => {
  const services = all(service("plain"), service("empty", { text: "{}" }));
  expect(unstoredDeclarations(lists({ services }), facts)).toEqual([]);
});

test("one without events says whether there are none or they could not be read", () => {
  const services = all(service("pending", { text }));
  const withEvents = (events: typeof facts.events) =>
    unstoredDeclarations(lists({ services }), { ...facts, events })[0];
  expect(withEvents(new Map([["uid-of-pending", []]]))).toMatchObject({ events: [], areEventsRead: true });
  expect(withEvents(new Map())).toMatchObject({ events: [], areEventsRead: false });
});
