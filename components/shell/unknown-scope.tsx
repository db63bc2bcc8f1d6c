"use client";

import { useChooseScope } from "@/components/shared/use-choose-scope";
import { useScope } from "@/components/shared/use-scope";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Literal } from "@/components/ui/literal";

/** What the address asks for and the console does not know, and the way to an address without it. */
export function UnknownScope({ names }: { readonly names: readonly string[] }) {
  const scope = useScope();
  const choose = useChooseScope();
  return (
    <div className="pt-4">
      <Banner
        tone="warning"
        role="status"
        title="A part of the scope in the address is ignored"
        actions={
          <Button size="small" onClick={() => choose(scope)}>
            Take it out
          </Button>
        }
      >
        <p>
          No region or compartment that this console reads is <Literal text={names.join(", ")} className="font-mono" />.
          It narrows nothing.
        </p>
      </Banner>
    </div>
  );
}
