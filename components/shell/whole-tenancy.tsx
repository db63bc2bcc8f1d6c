/** Above a list that the scope does not narrow. */
export function WholeTenancy() {
  return <p className="text-muted -mb-2 pt-4">This list is of the whole tenancy: the scope does not narrow it.</p>;
}
