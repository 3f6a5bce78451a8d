/** What stands where a view is not there yet, or cannot be. */
export function Waiting({ error }: { readonly error: string | undefined }) {
  if (error === undefined) return <p class="waiting">…</p>;
  return (
    <main>
      <p class="refused" role="alert">
        {error}
      </p>
    </main>
  );
}
