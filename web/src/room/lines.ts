import { useActions } from './keys.ts';

/** Move from line to line of a list by keys; the link of a line is what has the focus, and Enter follows it. */
export function useLines(selector: string): void {
  const step = (by: number): void => {
    const links = [...document.querySelectorAll<HTMLElement>(selector)].flatMap(
      (line) => line.querySelector<HTMLElement>('a') ?? [],
    );
    const now = links.indexOf(document.activeElement as HTMLElement);
    const next =
      links[now === -1 ? (by > 0 ? 0 : links.length - 1) : Math.min(links.length - 1, Math.max(0, now + by))];
    next?.focus();
    next?.scrollIntoView({ block: 'nearest' });
  };
  useActions({ next: () => step(1), back: () => step(-1) });
}
