const veiled = /(█+)/;

/** Print words in which names are blacked out ("█"), the blocks dimmed so that they do not draw the eye. */
export function Veiled({ words }: { readonly words: string }) {
  if (!veiled.test(words)) return <>{words}</>;
  return <>{words.split(veiled).map((part) => (veiled.test(part) ? <span class="veil">{part}</span> : part))}</>;
}
