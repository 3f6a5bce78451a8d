import { extract, defaults as extractDefaults } from '../../src/extract/index.ts';
import { ingest } from '../../src/ingest/index.ts';
import { link, defaults as linkDefaults } from '../../src/link/index.ts';
import { marketEdition } from './edition.ts';
import { prepare } from './report-texts.ts';

const text = 'NORWICK - Two people were killed in a fire at a mill on Monday, police said.\nThe mill had stood empty.';

/** The context that stages run with, as the examples of the documentation write it. */
export const stageContext = { now: '2031-06-01T00:00:00Z', seed: 0 } as const;

/** Make the input of each stage from one invented report, as plain JSON, so that any stage can be run without those before it. */
export function makeStageInputs(): string {
  const [page] = ingest({ bytes: new TextEncoder().encode(text) }).value;
  const { article, annotations } = prepare({ text, published: '2031-05-13' });
  const reading = extract({ article, annotations }, extractDefaults, stageContext).value;
  const linked = link([reading], linkDefaults, stageContext).value;
  return JSON.stringify({ text, page, article, annotations, reading, linked, edition: marketEdition });
}
