"use client";

import { Check, Copy } from "lucide-react";
import { useEffect, useState, type ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import { useAnnounce } from "@/components/ui/live-region";

const shownForMs = 1600;

/** Copies text and says so: `[copied, copy]`. */
export function useCopy(text: string, what: string): readonly [boolean, () => void] {
  const announce = useAnnounce();
  const [isCopied, setCopied] = useState(false);
  useEffect(() => {
    if (!isCopied) return undefined;
    const timer = setTimeout(() => setCopied(false), shownForMs);
    return () => clearTimeout(timer);
  }, [isCopied]);
  const copy = () => {
    navigator.clipboard.writeText(text).then(
      () => {
        setCopied(true);
        announce(`${what} copied`);
      },
      () => announce(`${what} could not be copied`),
    );
  };
  return [isCopied, copy];
}

type CopyButtonProps = {
  readonly text: string;
  /** What it is, as the announcement says it: "OCID", "policy text". */
  readonly what: string;
  /** Set: a button with words instead of the picture alone. */
  readonly children?: ReactNode;
  readonly className?: string | undefined;
};

/** Copies exactly `text`. The picture turns to a tick for a moment and the copy is announced. */
export function CopyButton({ text, what, children, className }: CopyButtonProps) {
  const [isCopied, copy] = useCopy(text, what);
  const icon = isCopied ? (
    <Check aria-hidden="true" className="text-allowed size-3.5" />
  ) : (
    <Copy aria-hidden="true" className="size-3.5" />
  );
  if (children !== undefined) {
    return (
      <Button size="small" icon={icon} onClick={copy} className={className}>
        {children}
      </Button>
    );
  }
  return <IconButton size="small" label={`Copy ${what}`} icon={icon} onClick={copy} className={className} />;
}
