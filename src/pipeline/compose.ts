import { type Known, link } from '../link/index.ts';
import {
  type Article,
  type ArticleReading,
  type Context,
  compareText,
  type Edition,
  type Issue,
  type Linked,
  type Runtime,
} from '../model/index.ts';
import { reconcile } from '../reconcile/index.ts';
import { assembleEdition } from './assemble.ts';
import { duplicate } from './intake/load.ts';
import type { Settings } from './settings.ts';

/** Readings of any number of inputs, and what an edition states of how they came about. */
export interface EditionInput {
  readonly readings: readonly ArticleReading[];
  /** What was to be said of inputs before they were joined. */
  readonly issues: readonly Issue[];
  readonly settings: Settings;
  /** What computed the trained reader's network. */
  readonly runtime?: Runtime;
  /** An earlier edition whose stories and incidents keep their ids. */
  readonly known?: Edition;
}

/** Readings, each article once, and what linking made of them. */
export interface LinkedReadings {
  readonly readings: readonly ArticleReading[];
  readonly linked: Linked;
  readonly issues: readonly Issue[];
}

/** Link readings; the order of readings and issues is no matter. */
export function linkReadings(
  { readings, issues, settings, known }: Omit<EditionInput, 'runtime'>,
  context: Context,
): LinkedReadings {
  const unique = keepOnce(readings);
  const { value: linked, issues: told } = link(unique.kept, settings.link, context, known && knownOf(known));
  return { readings: unique.kept, linked, issues: [...issues, ...unique.issues, ...told] };
}

/** Reconcile what was linked into one edition. */
export function reconcileLinked(
  { readings, linked, issues }: LinkedReadings,
  { settings, runtime }: Pick<EditionInput, 'settings' | 'runtime'>,
  context: Context,
): Edition {
  const options = { ...settings.reconcile, policy: settings.policy };
  const reconciled = reconcile({ readings, linked }, options, context);
  const all = [...issues, ...reconciled.issues];
  return assembleEdition({ readings, linked, reconciled: reconciled.value, issues: all, runtime }, settings);
}

/** Link and reconcile readings into one edition; the order of readings and issues is no matter. */
export function composeEdition(input: EditionInput, context: Context): Edition {
  return reconcileLinked(linkReadings(input, context), input, context);
}

/** Keep one reading of each article, in order of their ids; the first by path speaks for its doubles. */
export function keepOnce(readings: readonly ArticleReading[]): {
  readonly kept: readonly ArticleReading[];
  readonly issues: readonly Issue[];
} {
  const kept = new Map<string, ArticleReading>();
  const issues: Issue[] = [];
  for (const reading of [...readings].sort((a, b) => compareText(placeOf(a.article), placeOf(b.article)))) {
    const { id, source } = reading.article;
    const first = kept.get(id);
    if (first === undefined) kept.set(id, reading);
    else issues.push({ ...duplicate(first.article.source.path ?? '', source.path), article: id });
  }
  return { kept: [...kept.values()].sort((a, b) => compareText(a.article.id, b.article.id)), issues };
}

function placeOf({ source }: Article): string {
  return [source.path ?? '', source.url ?? '', source.id].join('\u001f');
}

/** What linking needs of an earlier edition to keep its ids. */
function knownOf({ stories, incidents }: Edition): Known {
  return {
    stories: stories.map(({ id, articles }) => ({ id, members: articles })),
    incidents: incidents.map(({ id, mentions = [] }) => ({ id, members: mentions })),
  };
}
