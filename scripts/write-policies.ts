import { writeFileSync } from 'node:fs';
import { describePolicies } from '../test/worked/describe.ts';

writeFileSync(new URL('../docs/policies.md', import.meta.url), describePolicies());
