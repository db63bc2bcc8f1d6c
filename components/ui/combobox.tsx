"use client";

import { Combobox as Base } from "@base-ui/react/combobox";
import { Check, ChevronDown } from "lucide-react";
import { useSyncExternalStore, type ReactNode } from "react";
import { controlClass, Field } from "@/components/ui/field";
import { Literal } from "@/components/ui/literal";
import { midSentence } from "@/components/ui/mid-sentence";
import { cn } from "@/lib/cn";

export type ComboboxOption = {
  readonly value: string;
  readonly label: string;
  readonly description?: string | undefined;
  /** Set: the option is listed, cannot be chosen, and says this. */
  readonly disabledReason?: string | undefined;
};

type ComboboxProps = {
  readonly label: string;
  readonly options: readonly ComboboxOption[];
  /** The chosen option's value, or `null`. */
  readonly value: string | null;
  readonly onValueChange: (value: string | null) => void;
  readonly placeholder?: string;
  readonly help?: ReactNode;
  readonly error?: string | undefined;
  readonly isLabelHidden?: boolean;
  /** What the list says when nothing matches, or when there is nothing to choose. */
  readonly emptyText: ReactNode;
  readonly isDisabled?: boolean;
  /** To move the focus here when a row appears. */
  readonly inputRef?: React.Ref<HTMLInputElement> | undefined;
};

/**
 * A choice from a list that can be searched by typing. Options that cannot be chosen stay in sight with the reason.
 * Until the page is alive it is a plain box: what the library draws on the server has an inline style.
 */
export function Combobox(props: ComboboxProps) {
  const isAlive = useSyncExternalStore(
    () => () => undefined,
    () => true,
    () => false,
  );
  if (isAlive) return <LiveCombobox {...props} />;
  const { label, help, isLabelHidden, placeholder } = props;
  return (
    <Field label={label} help={help} {...(isLabelHidden !== undefined && { isLabelHidden })}>
      {(control) => <input {...control} readOnly placeholder={placeholder} className={controlClass} />}
    </Field>
  );
}

function LiveCombobox({
  label,
  options,
  value,
  onValueChange,
  placeholder,
  help,
  error,
  isLabelHidden,
  emptyText,
  isDisabled = false,
  inputRef,
}: ComboboxProps) {
  const chosen = options.find((option) => option.value === value) ?? null;
  return (
    <Base.Root
      items={options}
      value={chosen}
      onValueChange={(option: ComboboxOption | null) => onValueChange(option?.value ?? null)}
      isItemEqualToValue={(a: ComboboxOption, b: ComboboxOption) => a.value === b.value}
      disabled={isDisabled}
      autoHighlight
    >
      <Field label={label} help={help} error={error} {...(isLabelHidden !== undefined && { isLabelHidden })}>
        {(control) => (
          <Base.InputGroup className="relative flex items-center">
            <Base.Input
              {...control}
              ref={inputRef}
              placeholder={placeholder}
              onKeyDown={(event) => {
                // With the list closed Escape belongs to the dialog around; it must not empty the field.
                const isOpen = event.currentTarget.getAttribute("aria-expanded") === "true";
                if (event.key === "Escape" && !isOpen) event.preventBaseUIHandler();
              }}
              className={cn(
                controlClass,
                "disabled:text-muted pr-8 font-mono placeholder:font-sans disabled:border-dashed disabled:bg-transparent",
              )}
            />
            <Base.Trigger
              aria-label={`Open ${midSentence(label)}`}
              className="rounded-chip text-muted hover:text-ink absolute right-1 flex size-6 items-center justify-center"
            >
              <ChevronDown aria-hidden="true" className="size-3.5" />
            </Base.Trigger>
          </Base.InputGroup>
        )}
      </Field>
      <Base.Portal>
        <Base.Positioner sideOffset={4} className="z-[60] outline-none">
          <Base.Popup className="layer-in rounded-box border-line bg-raised shadow-float max-h-[min(20rem,var(--available-height))] w-(--anchor-width) min-w-56 overflow-y-auto overscroll-contain border py-1">
            <Base.Empty>
              <div className="text-muted px-3 py-2">{emptyText}</div>
            </Base.Empty>
            <Base.List>{(option: ComboboxOption) => <OptionItem key={option.value} option={option} />}</Base.List>
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

function OptionItem({ option }: { readonly option: ComboboxOption }) {
  const isDisabled = option.disabledReason !== undefined;
  const note = option.disabledReason ?? option.description;
  return (
    <Base.Item
      value={option}
      disabled={isDisabled}
      className={cn(
        "data-highlighted:bg-selected flex gap-2 px-3 py-1.5 outline-none select-none",
        isDisabled && "cursor-not-allowed",
      )}
    >
      <span className="mt-1 size-3.5 shrink-0">
        <Base.ItemIndicator>
          <Check aria-hidden="true" className="text-accent size-3.5" />
        </Base.ItemIndicator>
      </span>
      <span className="min-w-0">
        <Literal text={option.label} className={cn("block font-mono", isDisabled && "text-muted")} />
        {note && <span className="text-note text-muted block wrap-anywhere">{note}</span>}
      </span>
    </Base.Item>
  );
}
