"use client";

import { Literal } from "@/components/ui/literal";
import { TextField } from "@/components/ui/text-field";

type TypedConfirmationProps = {
  readonly name: string;
  readonly value: string;
  readonly onValueChange: (value: string) => void;
};

/** The person types a name, so that the deed is meant. Enter does nothing here. */
export function TypedConfirmation({ name, value, onValueChange }: TypedConfirmationProps) {
  return (
    <div className="mt-4">
      <TextField
        label="Type the name to confirm"
        help={
          <>
            The name is <Literal text={name} className="text-ink font-mono" />
          </>
        }
        isMono
        value={value}
        onValueChange={onValueChange}
        onKeyDown={(event) => {
          if (event.key === "Enter") event.preventDefault();
        }}
      />
    </div>
  );
}
