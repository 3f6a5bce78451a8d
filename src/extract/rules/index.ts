import type { Rule } from '../finding.ts';
import { adjectival } from './adjectival.ts';
import { condition } from './condition.ts';
import { deaths } from './deaths.ts';
import { displaced } from './displaced.ts';
import { hostage } from './hostage.ts';
import { increments } from './increments.ts';
import { inverted } from './inverted.ts';
import { labelled } from './labels.ts';
import { manner } from './manner.ts';
import { membership } from './membership.ts';
import { missing } from './missing.ts';
import { nominal } from './nominal.ts';
import { outcomes } from './outcomes.ts';
import { perpetrators } from './perpetrators.ts';
import { reference } from './reference.ts';
import { rescue } from './rescue.ts';
import { survivors } from './survivors.ts';
import { toll } from './toll.ts';
import { verbs } from './verbs.ts';

/** Every construction read, in the order their findings are kept where two say the same. */
export const rules: readonly Rule[] = [
  toll,
  labelled,
  verbs,
  deaths,
  inverted,
  outcomes,
  nominal,
  membership,
  adjectival,
  condition,
  manner,
  missing,
  hostage,
  rescue,
  displaced,
  perpetrators,
  reference,
  increments,
  survivors,
];
