import { compareText, type Issue } from '../model/index.ts';
import type { Progress } from '../pipeline/index.ts';

/** The part of a stream that progress needs. */
interface Screen {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

const clearLine = '\r\u001b[K';

/** Count what is read on a terminal, one line that is rewritten and at last removed; elsewhere say nothing. */
export function countProgress(screen: Screen): (progress: Progress) => void {
  if (screen.isTTY !== true) return () => undefined;
  return ({ done, share }) => {
    screen.write(
      share === 1 ? clearLine : `${clearLine}${done.toLocaleString('en')} read, ${Math.floor(share * 100)} %`,
    );
  };
}

const shown = 12;

/** What a person is told of the issues of a run, gathered as they come; it grows by the kinds of issues, not by their number. */
export class IssueTally {
  private readonly named: string[] = [];
  private readonly counts = new Map<string, number>();
  private unnamed = 0;

  /** Those of what was set aside are told one by one, the first dozen of them; the others by code. */
  add(issues: readonly Issue[]): void {
    for (const { severity, article, code, path, message, hint } of issues) {
      if (severity === 'info') continue;
      if (article !== undefined) this.counts.set(code, (this.counts.get(code) ?? 0) + 1);
      else if (this.named.length === shown) this.unnamed += 1;
      else {
        const where = path === undefined ? '' : `${path}: `;
        this.named.push(`  ${where}${message}${hint === undefined ? '' : ` ${hint}`} [${code}]`);
      }
    }
  }

  /** Print it; empty where there is nothing to say. */
  print(setAside: number): string {
    const what = setAside === 1 ? 'input or record was' : 'inputs or records were';
    const lines = setAside > 0 ? [`${setAside} ${what} set aside.`, ...this.named] : [...this.named];
    if (this.unnamed > 0) lines.push(`  and ${this.unnamed} more.`);
    for (const [code, count] of [...this.counts].sort(([a], [b]) => compareText(a, b)))
      lines.push(`  ${code}: ${count}`);
    return lines.map((line) => `${line}\n`).join('');
  }
}

/** Sum the issues of a whole run up for a person; empty where there are none. */
export function summariseIssues(issues: readonly Issue[], setAside: number): string {
  const tally = new IssueTally();
  tally.add(issues);
  return tally.print(setAside);
}
