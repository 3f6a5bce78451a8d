import type { Rule } from '../finding.ts';
import { condition } from './condition.ts';
import { deaths } from './deaths.ts';
import { manner } from './manner.ts';
import { nominal } from './nominal.ts';
import { verbs } from './verbs.ts';

/** Every construction read, in the order their findings are kept where two say the same. */
export const rules: readonly Rule[] = [verbs, deaths, nominal, condition, manner];
