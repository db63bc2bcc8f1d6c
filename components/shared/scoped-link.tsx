"use client";

import Link from "next/link";
import { useRouter } from "next/navigation";
import { useCallback, useState, type ComponentProps } from "react";
import { useScope } from "@/components/shared/use-scope";
import { withScope } from "@/lib/routes";

type ScopedLinkProps = Omit<ComponentProps<typeof Link>, "href"> & { readonly href: string };

/**
 * A link within the console. Every one is this one: the scope of the page goes along with it. Its page is fetched ahead
 * once somebody points at it or comes to it by keyboard; all those in sight would be two requests each, with every page.
 */
export function ScopedLink({ href, ...rest }: ScopedLinkProps) {
  const [isMeant, setMeant] = useState(false);
  return (
    <Link
      href={withScope(href, useScope().params)}
      prefetch={isMeant ? null : false}
      onPointerEnter={() => setMeant(true)}
      onFocus={() => setMeant(true)}
      {...rest}
    />
  );
}

/** Goes to a page without a link, as a step in the history or in place of this page, and takes the scope along. */
export function useGo(): (href: string, how?: "push" | "replace") => void {
  const router = useRouter();
  const { params } = useScope();
  return useCallback((href, how = "push") => router[how](withScope(href, params)), [router, params]);
}
