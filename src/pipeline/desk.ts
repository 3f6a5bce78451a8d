import { type Gazetteer, openGazetteer } from '../annotate/places/gazetteer.ts';
import { loadData } from '../io/index.ts';
import type { Context } from '../model/index.ts';
import type { Desk } from './document.ts';
import type { Settings } from './settings.ts';

// Shipped data never changes while a program runs, so one thread opens it once.
let opened: Promise<Gazetteer> | undefined;

/** Set up a desk: load from disk what the per-document stages look things up in. */
export async function makeDesk(settings: Settings, context: Context): Promise<Desk> {
  opened ??= loadData('gazetteer.tsv.gz').then(openGazetteer);
  return { settings, context, resources: { gazetteer: await opened } };
}
