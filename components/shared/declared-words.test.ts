import { describe, expect, it } from "vitest";
import { standingWordsOf } from "@/components/shared/declared-words";
import type { DeclaredStanding } from "@/lib/contract/declared";
import { causeAndCure } from "@/lib/oke/declared-cause";
import { manifestKinds } from "@/lib/oke/declared-setting";
import { notAppliedCauses, storedDiffersCauses } from "@/lib/oke/declared-standing";

const declared = { text: "{}", declared: [], problems: [], changedAt: null };

const standings: readonly DeclaredStanding[] = manifestKinds.flatMap((kind): readonly DeclaredStanding[] => {
  const object = { kind, namespace: null, name: "a" };
  return [
    ...notAppliedCauses.map(
      (cause) => ({ state: "declared-not-applied", cause, event: null, object, ...declared }) as const,
    ),
    ...storedDiffersCauses.map((cause) => ({ state: "stored-differs", cause, object, ...declared }) as const),
    { state: "declared-unreadable", reason: "not-a-set", object, text: "", problems: [], event: null },
    { state: "declared-unreadable", reason: "not-readable", problem: { code: "forbidden", message: "No rights." } },
    { state: "no-manifest-found", evidence: "No Service has it." },
  ];
});

const sentence = /^[A-Z].*\.$/;

describe("the words for what is declared", () => {
  it("give every standing that is not in step a cause and a cure in whole sentences", () => {
    for (const standing of standings) {
      const words = causeAndCure(standing);
      expect(words?.cause).toMatch(sentence);
      expect(words?.cure).toMatch(sentence);
    }
  });

  it("explain nothing where there is nothing to explain", () => {
    const object = { kind: "Service", namespace: "shop", name: "a" } as const;
    expect(causeAndCure({ state: "in-step", object, ...declared })).toBeNull();
  });

  it("never say of what could not be read that it is not set, nor that it differs", () => {
    const unread = standings.filter((standing) => standing.state === "declared-unreadable");
    const words = unread.map((standing) => ({ ...standingWordsOf(standing), reason: standing.reason }));
    for (const { reason, word, tone } of words) {
      expect([word, tone]).toEqual(
        reason === "not-readable" ? ["Not readable", "unknown"] : ["Declared, not a set", "warning"],
      );
    }
  });

  it("promise nothing of controllers that Oracle does not document", () => {
    const service = standings.filter((standing) => "object" in standing && standing.object.kind !== "StorageClass");
    const direct = service.filter((standing) => "cause" in standing && standing.cause === "edited-directly");
    for (const standing of direct) expect(causeAndCure(standing)?.cure).toContain("likely");
    const undeclared = service.filter((standing) => "cause" in standing && standing.cause === "not-declared");
    for (const standing of undeclared) expect(causeAndCure(standing)?.cure).toContain("not documented");
  });
});
