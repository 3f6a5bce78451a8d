import { writeFileSync } from 'node:fs';
import { documentOf } from '../src/http/index.ts';
import { makeEditionSchema } from '../src/publish/json.ts';
import { writeClientTypes } from './client-types.ts';

const write = (path: string, content: string): void => writeFileSync(new URL(path, import.meta.url), content);
const print = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

write('../schema/edition.schema.json', print(makeEditionSchema()));
write('../schema/openapi.json', print(documentOf()));
write('../src/client/paths.ts', await writeClientTypes(documentOf()));
