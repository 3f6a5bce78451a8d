import type { Issue } from '../model/index.ts';

/** The part of a stream that progress needs. */
interface Screen {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

/** Count inputs on a terminal, one line that is rewritten and at last removed; elsewhere say nothing. */
export function countProgress(screen: Screen): (done: number, total: number) => void {
  if (screen.isTTY !== true) return () => undefined;
  return (done, total) => {
    screen.write(done === total ? '\r\u001b[K' : `\r\u001b[K${done} of ${total} inputs read`);
  };
}

const shown = 12;

/** Sum issues up for a person: those of what was set aside one by one, the others by code. Empty where there are none. */
export function summariseIssues(issues: readonly Issue[], setAside: number): string {
  const lines: string[] = [];
  if (setAside > 0)
    lines.push(`${setAside} ${setAside === 1 ? 'input or record was' : 'inputs or records were'} set aside.`);
  const grave = issues.filter((issue) => issue.severity !== 'info');
  const named = grave.filter((issue) => issue.article === undefined);
  for (const issue of named.slice(0, shown)) {
    const hint = issue.hint === undefined ? '' : ` ${issue.hint}`;
    lines.push(`  ${issue.path ?? ''}${issue.path === undefined ? '' : ': '}${issue.message}${hint} [${issue.code}]`);
  }
  if (named.length > shown) lines.push(`  and ${named.length - shown} more.`);
  const counts = new Map<string, number>();
  for (const { code, article } of grave) if (article !== undefined) counts.set(code, (counts.get(code) ?? 0) + 1);
  for (const [code, count] of [...counts].sort(([a], [b]) => (a < b ? -1 : 1))) lines.push(`  ${code}: ${count}`);
  return lines.map((line) => `${line}\n`).join('');
}
