/** The choices of every filter by verdict. `stale` stands for all that want cleaning up. */
export const verdictOptions = [
  { value: "stale", label: "Any stale" },
  { value: "deleted", label: "Deleted" },
  { value: "deleting", label: "Deleting" },
  { value: "retired", label: "Retired" },
  { value: "value-not-allowed", label: "Value not allowed" },
  { value: "unknown", label: "Unknown" },
  { value: "ok", label: "In use" },
] as const;
