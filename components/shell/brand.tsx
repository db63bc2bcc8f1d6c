import { ScopedLink } from "@/components/shared/scoped-link";
import { cn } from "@/lib/cn";
import { routes } from "@/lib/routes";

/** The console's mark and name, which lead to the overview. */
export function Brand({ isNarrow = false }: { readonly isNarrow?: boolean }) {
  return (
    <ScopedLink href={routes.overview()} className="rounded-box flex h-8 items-center gap-2 px-1.5 font-semibold">
      <svg aria-hidden="true" viewBox="0 0 20 20" className="text-accent size-5 shrink-0">
        <path
          d="M2 5.5h16M2 14.5h16"
          fill="none"
          stroke="currentColor"
          strokeWidth="1.4"
          strokeLinecap="round"
          strokeDasharray="2.2 2.2"
        />
        <path d="M14.5 5.5 5.5 14.5" fill="none" stroke="currentColor" strokeWidth="2.6" strokeLinecap="round" />
      </svg>
      <span className={cn(isNarrow && "sr-only lg:not-sr-only")}>ZPR console</span>
    </ScopedLink>
  );
}
