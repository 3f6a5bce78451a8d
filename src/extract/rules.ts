import { readInside } from './constructions/adjectival.ts';
import { increments } from './constructions/increments.ts';
import { inverted } from './constructions/inverted.ts';
import { labelled } from './constructions/labels.ts';
import { manner } from './constructions/manner.ts';
import { membership } from './constructions/membership.ts';
import { readCountedNoun, readNounOf } from './constructions/nominal.ts';
import { reference } from './constructions/reference.ts';
import { makeRule } from './constructions/scan.ts';
import { toll } from './constructions/toll.ts';
import { verbs } from './constructions/verbs.ts';
import type { Rule } from './finding.ts';
import {
  arrest,
  attack,
  captivity,
  death,
  flight,
  injury,
  missing,
  release,
  rescue,
  treatment,
} from './predicates/index.ts';

/**
 * Every rule, in the order their findings are kept where two say the same.
 *
 * A rule is one pass over a sentence. Where readers of several meanings share a pass, what stands first in the sentence is kept:
 * of "suffered a wound and is in critical condition" the wound.
 */
export const rules: readonly Rule[] = [
  toll,
  labelled,
  verbs,
  makeRule('deaths', [...death.ownHand, ...death.dying]),
  inverted,
  makeRule('outcomes', [...death.outcomes, injury.sickened, treatment.later, ...arrest.patterns]),
  makeRule('nominal', [
    death.multiple,
    readCountedNoun,
    readNounOf,
    injury.injuriesTo,
    death.lives,
    death.possessive,
    injury.left,
  ]),
  membership,
  makeRule('adjectival', [readInside, missing.trapped]),
  makeRule('condition', [...treatment.transport, injury.suffered, treatment.state, injury.withWounds]),
  manner,
  makeRule('missing', missing.patterns),
  makeRule('hostage', captivity.patterns),
  makeRule('rescue', [...rescue.brought, release.freed, rescue.survivors]),
  makeRule('displaced', flight.patterns),
  makeRule('perpetrators', attack.acting),
  reference,
  increments,
  makeRule('survivors', death.survivors),
];
