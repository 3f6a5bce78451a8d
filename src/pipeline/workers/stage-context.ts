import type { Context } from '../../model/index.ts';
import { readArticle } from '../intake/article.ts';
import type { StageContext } from '../intake/document.ts';
import { loadGazetteer, loadReader, type ReaderOptions } from '../resources.ts';
import type { Settings } from '../settings.ts';

/** Set up a stage context: load from disk what the per-document stages look things up in, and the trained reader where settings ask for it. */
export async function openResources(
  settings: Settings,
  context: Context,
  options: ReaderOptions = {},
): Promise<StageContext> {
  const gazetteer = await loadGazetteer();
  const resources = settings.reader === 'fast' ? { gazetteer } : { gazetteer, reader: await loadReader(options) };
  return { settings, context, readArticle, resources };
}
