"use client";

import { Button } from "@/components/ui/button";

/** That newer rows wait until the pointer leaves the table, and the way to have them now. */
export function HeldRows({ count, onShow }: { readonly count: number; readonly onShow: () => void }) {
  if (count === 0) return null;
  return (
    <div role="status" className="absolute inset-x-0 top-11 z-30 flex justify-center">
      <Button size="small" onClick={onShow} className="shadow-float">
        {count} {count === 1 ? "new row" : "new rows"}, update
      </Button>
    </div>
  );
}
