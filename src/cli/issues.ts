import { appendOutput, describeFailure, writeOutput } from '../io/index.ts';
import { compareText, type Issue } from '../model/index.ts';
import { OutputError } from '../pipeline/index.ts';
import { checkOut } from './output.ts';

/** Option of commands that set inputs aside. */
export const issueArgs = {
  issues: {
    type: 'string',
    description:
      'File for every input set aside and every doubt, JSON Lines with path, code, message and hint; - tells them all on standard error, where else a dozen are told',
    valueHint: 'FILE',
  },
} as const;

/** Inputs told one by one where nobody asked for all. */
const shown = 12;

/** A report that issues may be of. */
interface Report {
  readonly id: string;
  readonly path?: string | undefined;
  readonly url?: string | undefined;
}

/** Where the issues of a run go, as they come. */
export interface IssueLog {
  /** Take issues up; those of a report get its path. */
  readonly add: (issues: readonly Issue[], reports: readonly Report[]) => Promise<void>;
  /** Sum up the issues for a person; empty where there is nothing to say. */
  readonly print: (setAside: number) => string;
}

/** Open the log that `--issues` asks for: a file of JSON Lines, all on standard error (`-`), or the first dozen. Throws UsageError. */
export async function openIssues(target: string | undefined): Promise<IssueLog> {
  const tally = new IssueTally(target === '-' ? Number.POSITIVE_INFINITY : shown);
  const file = target === '-' ? undefined : target;
  await checkOut(file, '--issues');
  if (file !== undefined) await tellRefusal(file, writeOutput(file, ''));
  return {
    add: async (issues, reports) => {
      const placed = placeIssues(issues, reports);
      tally.add(placed);
      if (file !== undefined && placed.length > 0) {
        await tellRefusal(file, appendOutput(file, placed.map(writeIssue).join('')));
      }
    },
    print: (setAside) => tally.print(setAside),
  };
}

async function tellRefusal(file: string, writing: Promise<void>): Promise<void> {
  try {
    await writing;
  } catch (error) {
    throw new OutputError(`${file}: ${describeFailure(error)}`);
  }
}

function placeIssues(issues: readonly Issue[], reports: readonly Report[]): readonly Issue[] {
  const paths = new Map(reports.map(({ id, path, url }) => [id, path ?? url]));
  return issues.map((issue) => {
    const path = issue.path ?? paths.get(issue.article ?? '');
    return path === undefined ? issue : { ...issue, path };
  });
}

function writeIssue({ path, code, severity, message, hint, article }: Issue): string {
  const line = { path: path ?? null, code, severity, message, hint: hint ?? null, article: article ?? null };
  return `${JSON.stringify(line)}\n`;
}

/** A summary for a person of the issues of a run, gathered as they come; it grows by the kinds of issues, not by their number. */
export class IssueTally {
  private readonly named: string[] = [];
  private readonly counts = new Map<string, number>();
  private unnamed = 0;

  constructor(private readonly limit: number = shown) {}

  /** Those of what was set aside are printed one by one up to the limit; the others by code, unless there is none. */
  add(issues: readonly Issue[]): void {
    for (const issue of issues) {
      if (issue.severity === 'info') continue;
      if (issue.article !== undefined && this.limit === shown) {
        this.counts.set(issue.code, (this.counts.get(issue.code) ?? 0) + 1);
      } else if (this.named.length === this.limit) this.unnamed += 1;
      else this.named.push(tellIssue(issue));
    }
  }

  /** Print it; empty where there is nothing to say. */
  print(setAside: number): string {
    const what = setAside === 1 ? 'input or record was' : 'inputs or records were';
    const lines = setAside > 0 ? [`${setAside} ${what} set aside.`, ...this.named] : [...this.named];
    if (this.unnamed > 0)
      lines.push(`  and ${this.unnamed} more; --issues - tells all, --issues FILE writes them down.`);
    for (const [code, count] of [...this.counts].sort(([a], [b]) => compareText(a, b)))
      lines.push(`  ${code}: ${count}`);
    return lines.map((line) => `${line}\n`).join('');
  }
}

function tellIssue({ path, message, hint, code }: Issue): string {
  return `  ${path === undefined ? '' : `${path}: `}${message}${hint === undefined ? '' : ` ${hint}`} [${code}]`;
}

/** Sum the issues of a whole run up for a person; empty where there are none. */
export function summariseIssues(issues: readonly Issue[], setAside: number): string {
  const tally = new IssueTally();
  tally.add(issues);
  return tally.print(setAside);
}
