import type { InputBytes } from '../../ingest/index.ts';
import type { Context, Page, Runtime } from '../../model/index.ts';
import {
  type CleaningContext,
  type DocumentReadings,
  openInput,
  readPages,
  type StageContext,
  type Until,
} from '../intake/document.ts';
import type { Guard } from '../resources.ts';
import type { Settings } from '../settings.ts';
import type { Gate } from './gate.ts';
import type { Opening } from './opening.ts';

/** Work for one worker: an input as it came, or records of one that was opened before. */
export type Task =
  | { readonly kind: 'input'; readonly input: InputBytes }
  | { readonly kind: 'pages'; readonly pages: readonly Page[] };

/** A task on its way to a thread. */
export interface GatedTask {
  readonly task: Task | Opening;
  readonly gate: Gate;
}

/** What came of a task, and the records left for any free worker. */
export interface TaskResult extends DocumentReadings {
  readonly rest: readonly Page[];
}

/** What every worker is given once; plain data, so that it can cross to a thread. */
export interface WorkerConfig {
  readonly settings: Settings;
  readonly context: Context;
  readonly until: Until;
  /** What computes the trained reader's network, where that reader is used: found once for all threads. */
  readonly runtime?: Runtime | undefined;
}

/** What ingesting says of a record that leaves no page though nothing is wrong with it. */
const textless: ReadonlySet<string> = new Set([
  'ingest/no-article',
  'ingest/links-only',
  'ingest/no-text',
  'ingest/empty',
]);

/** Do one task. An input of one record is read at once; the records of a bigger one are handed back to be shared out. */
export async function performTask(task: Task, stageContext: CleaningContext | StageContext): Promise<TaskResult> {
  if (task.kind === 'pages') return { ...(await readPages(task.pages, stageContext)), rest: [] };
  const opened = openInput(task.input, stageContext);
  const single = opened.value.length <= 1;
  const read = await readPages(single ? opened.value : [], stageContext);
  const broken = opened.issues.filter(({ severity, code }) => severity === 'error' || textless.has(code)).length;
  const issues = [...opened.issues, ...read.issues];
  return { ...read, records: read.records + broken, issues, rest: single ? [] : opened.value };
}

/** Set up the stage context that a config needs; `guard` goes around what must not be cut short. */
export async function openStageContext(
  { settings, context, until, runtime }: WorkerConfig,
  guard: Guard = (doing) => doing(),
): Promise<CleaningContext | StageContext> {
  if (until === 'articles') return { settings, context };
  const { openResources } = await import('./stage-context.ts');
  return openResources(settings, context, { runtime, guard });
}
