const veiled = /(█+)/;

/** Print words with the names left out of them dimmed, so that a bar of blocks does not shout. */
export function Veiled({ words }: { readonly words: string }) {
  if (!veiled.test(words)) return <>{words}</>;
  return <>{words.split(veiled).map((part) => (veiled.test(part) ? <span class="veil">{part}</span> : part))}</>;
}
