import { describe, expect, it } from "vitest";
import { annotationOutcomes, type AnnotatedObject } from "@/lib/oke/annotation-edit";
import { serviceAnnotation } from "@/lib/oke/manifest";
import { attributesOf } from "@/lib/oke/test-builders";
import { securityAttributesFromWire } from "@/lib/zpr/security-attributes";

const service: AnnotatedObject = { kind: "Service", namespace: "shop", name: "front-end" };
const ingressClass: AnnotatedObject = { kind: "IngressClass", namespace: null, name: "internal" };
const set = securityAttributesFromWire(attributesOf({ "app.tier": "it's" }));

describe("a set in an annotation", () => {
  it("is one command, guarded by the version that was seen and quoted for a shell", () => {
    const [outcome, ...others] = annotationOutcomes(service, "17", set);
    expect(others).toEqual([]);
    expect(outcome?.command).toBe(
      `kubectl annotate service 'front-end' --namespace 'shop' --resource-version '17' --overwrite '${serviceAnnotation}={"app":{"tier":{"value":"it'\\''s","mode":"enforce"}}}'`,
    );
    expect(outcome?.yaml).toContain(`    ${serviceAnnotation}: '{"app":{"tier":{"value":"it''s","mode":"enforce"}}}'`);
  });

  it("keeps members that are not known", () => {
    const wire = { app: { tier: { value: "db", mode: "enforce", usagetype: "zpr" } } };
    const [outcome] = annotationOutcomes(ingressClass, "1", securityAttributesFromWire(wire));
    expect(JSON.parse(outcome?.text ?? "")).toEqual(wire);
    expect(outcome?.command).not.toContain("--namespace");
  });

  it("that is empty is one of two: no annotation, or {}", () => {
    const outcomes = annotationOutcomes(ingressClass, "1", []);
    expect(outcomes.map(({ choice, text }) => [choice, text])).toEqual([
      ["annotation-removed", null],
      ["empty-map", "{}"],
    ]);
    expect(outcomes[0]?.command).toMatch(/security-attributes-'$/);
    expect(outcomes[1]?.command).toMatch(/security-attributes=\{\}'$/);
  });
});
