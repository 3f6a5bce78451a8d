import { appendOutput, describeFailure, writeOutput } from '../io/index.ts';
import { compareText, type Issue } from '../model/index.ts';
import { OutputError } from '../pipeline/index.ts';
import { checkOut } from './output.ts';

/** The option of commands that can set inputs aside. */
export const issueArgs = {
  issues: {
    type: 'string',
    description:
      'File for every input set aside and every doubt, JSON Lines with path, code, message and hint; - tells them all on standard error, where else a dozen are told',
    valueHint: 'FILE',
  },
} as const;

/** Number of issues printed in full unless --issues asks for all. */
const shown = 12;

/** The id and address of a report; issues name the report by its id only. */
interface Report {
  readonly id: string;
  readonly path?: string | undefined;
  readonly url?: string | undefined;
}

/** Collects the issues of a run as they occur. */
export interface IssueLog {
  /** Add issues; an issue of a report gets the report's path. */
  readonly add: (issues: readonly Issue[], reports: readonly Report[]) => Promise<void>;
  /** Summarise the issues for a person; empty where there are none. */
  readonly print: (setAside: number) => string;
}

/**
 * Open the log that `--issues` asks for: a file of JSON Lines, or with `-` all issues on standard error; without the option,
 * the first twelve. Throws UsageError.
 */
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

/** A summary of the issues of a run. Its size depends on the number of kinds of issues, not on the number of issues. */
export class IssueTally {
  private readonly named: string[] = [];
  private readonly counts = new Map<string, number>();
  private unnamed = 0;

  constructor(private readonly limit: number = shown) {}

  /**
   * Add issues. Those of inputs set aside are printed in full up to the limit; those of a report that was read are only counted
   * by code, unless all are wanted.
   */
  add(issues: readonly Issue[]): void {
    for (const issue of issues) {
      if (issue.severity === 'info') continue;
      if (issue.article !== undefined && this.limit === shown) {
        this.counts.set(issue.code, (this.counts.get(issue.code) ?? 0) + 1);
      } else if (this.named.length === this.limit) this.unnamed += 1;
      else this.named.push(tellIssue(issue));
    }
  }

  /** Print the summary; empty where there is nothing to say. */
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

/** Summarise the issues of a whole run for a person; empty where there are none. */
export function summariseIssues(issues: readonly Issue[], setAside: number): string {
  const tally = new IssueTally();
  tally.add(issues);
  return tally.print(setAside);
}
