/** Keys of the keyboard, one after the other or together. */
export function Keys({ keys }: { readonly keys: readonly string[] }) {
  return (
    <span className="inline-flex items-center gap-1">
      {keys.map((key) => (
        <kbd
          key={key}
          className="rounded-chip border-line bg-sunken text-note text-ink inline-flex h-5 min-w-5 items-center justify-center border px-1 font-mono"
        >
          {key}
        </kbd>
      ))}
    </span>
  );
}
