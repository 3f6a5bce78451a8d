import { writeFileSync } from 'node:fs';
import { makeEditionSchema } from '../src/publish/json.ts';

writeFileSync(
  new URL('../schema/edition.schema.json', import.meta.url),
  `${JSON.stringify(makeEditionSchema(), null, 2)}\n`,
);
