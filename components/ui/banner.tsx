import type { ReactNode } from "react";
import { StatusGlyph, type GlyphShape, type Tone } from "@/components/ui/status-glyph";
import { cn } from "@/lib/cn";

type BannerTone = Extract<Tone, "neutral" | "allowed" | "warning" | "blocked" | "unknown">;

const looks: Record<BannerTone, { readonly shape: GlyphShape; readonly box: string }> = {
  neutral: { shape: "info", box: "bg-sunken border-line" },
  allowed: { shape: "tick", box: "bg-allowed-wash border-allowed/40" },
  warning: { shape: "triangle", box: "bg-warning-wash border-warning-edge/60" },
  blocked: { shape: "octagon", box: "bg-blocked-wash border-blocked/40" },
  unknown: { shape: "diamond", box: "bg-unknown-wash border-unknown/40" },
};

type BannerProps = {
  readonly tone: BannerTone;
  /** One sentence in bold: what is the matter. */
  readonly title: ReactNode;
  readonly children?: ReactNode;
  readonly actions?: ReactNode;
  /** `alert` for a failure that answers what the person just did; `status` for news; nothing for what was there. */
  readonly role?: "alert" | "status" | undefined;
  readonly className?: string | undefined;
};

/** A message that stays where it is until its cause is gone. */
export function Banner({ tone, title, children, actions, role, className }: BannerProps) {
  const look = looks[tone];
  return (
    <div role={role} className={cn("rounded-box flex items-start gap-2.5 border px-3 py-2.5", look.box, className)}>
      <StatusGlyph shape={look.shape} tone={tone} className="mt-[3px]" />
      <div className="min-w-0 flex-1">
        <p className="font-medium">{title}</p>
        {children && <div className="text-ink mt-0.5 max-w-[88ch] wrap-anywhere">{children}</div>}
      </div>
      {actions && <div className="flex shrink-0 items-center gap-2">{actions}</div>}
    </div>
  );
}
