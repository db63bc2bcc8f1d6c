import fc from "fast-check";
import { expect, it } from "vitest";
import { attributeOfParam, attributeParam } from "@/components/shared/edit-params";

const name = fc.string({ maxLength: 6, unit: fc.constantFrom(".", "%", "2", "E", "a", "_") });

it("names an attribute in the address as a person would", () => {
  expect(attributeParam({ namespace: "app-sec", key: "tier" })).toBe("app-sec.tier");
});

it("never takes one attribute for another, whatever their names", () => {
  fc.assert(
    fc.property(fc.array(fc.record({ namespace: name, key: name }), { maxLength: 6 }), (attributes) => {
      for (const attribute of attributes) {
        expect(attributeOfParam(attributes, attributeParam(attribute))).toEqual(attribute);
      }
    }),
  );
});

it("gives nothing for a name that the set does not hold", () => {
  expect(attributeOfParam([{ namespace: "a", key: "b" }], "a.c")).toBeUndefined();
});
