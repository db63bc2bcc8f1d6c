import { describe, expect, it } from "vitest";
import { titleOfMessage } from "@/components/shared/change-words";

describe("the message of a change as a title", () => {
  it("loses the full stop of a single sentence", () => {
    expect(titleOfMessage("The cluster refused the change.")).toBe("The cluster refused the change");
  });

  it("keeps it where it is more than that", () => {
    const message = "It failed. It tries again by itself; until then the load balancer stays as it was.";
    expect(titleOfMessage(message)).toBe(message);
  });
});
