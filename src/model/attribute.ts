import { namesOf } from './fields.ts';

/** What the record of an incident says of one attribute. */
export interface AttributeRow {
  /** Its name at the head of a row, for a reader. */
  readonly label: string;
  /** The question it answers; claims are lit by it. */
  readonly asks: 'people' | 'when-where' | 'who' | 'why' | 'means';
}

/** An attribute counted in people. */
export interface CountAttributeRow extends AttributeRow {
  readonly asks: 'people';
  /** What has become of those counted, where that is harm: `either` is dead and hurt in one figure, `feared` not known yet. */
  readonly harm?: 'dead' | 'hurt' | 'either' | 'feared';
  /** The attribute that counts the attackers among them. */
  readonly attackers?: string;
  /** Counts attackers, who are kept apart from those they harmed. */
  readonly ofAttackers?: true;
  /** Counted as of the moment, as the missing are: the number falls as well as rises. */
  readonly momentary?: true;
  /** Counts people arrested or detained: no harm came to them, and no incident hangs on them alone. */
  readonly inCustody?: true;
  /** Worth a line of its own over time. */
  readonly drawn?: true;
}

/** An attribute stated in words: a day, a place, a name, a term, a statement. */
export interface TermAttributeRow extends AttributeRow {
  /** Its record has a shape of its own: the date, the place, the reasons. */
  readonly apart?: true;
  /** Several values may be true at once. */
  readonly several?: true;
  /** Says whose doing it was; a denial stands beside it. */
  readonly blames?: true;
  /** Shown with who says so, not as a row of the record. */
  readonly spoken?: true;
  /** Of an organisation, not of an incident. */
  readonly ofActor?: true;
}

// The table. A new counted attribute is one row here and the words that state it (CONTRIBUTING.md).
const counts = {
  killed: { label: 'Killed', asks: 'people', harm: 'dead', attackers: 'perpetratorsKilled', drawn: true },
  injured: { label: 'Injured', asks: 'people', harm: 'hurt', attackers: 'perpetratorsInjured', drawn: true },
  casualties: { label: 'Killed or injured', asks: 'people', harm: 'either' },
  missing: { label: 'Missing', asks: 'people', harm: 'feared', momentary: true, drawn: true },
  hostages: { label: 'Held hostage', asks: 'people', momentary: true },
  rescued: { label: 'Rescued or freed', asks: 'people' },
  detained: { label: 'Detained', asks: 'people', inCustody: true },
  displaced: { label: 'Displaced', asks: 'people' },
  arrested: { label: 'Arrested', asks: 'people', inCustody: true },
  perpetrators: { label: 'Attackers', asks: 'people', ofAttackers: true },
  perpetratorsKilled: { label: 'Attackers killed', asks: 'people', harm: 'dead', ofAttackers: true, drawn: true },
  perpetratorsInjured: { label: 'Attackers injured', asks: 'people', harm: 'hurt', ofAttackers: true, drawn: true },
} as const satisfies Readonly<Record<string, CountAttributeRow>>;

const terms = {
  date: { label: 'Date', asks: 'when-where', apart: true },
  place: { label: 'Place', asks: 'when-where', apart: true },
  type: { label: 'Kind', asks: 'means' },
  weapon: { label: 'Weapon', asks: 'means', several: true },
  target: { label: 'Target', asks: 'means', several: true },
  perpetrator: { label: 'Said to have done it', asks: 'who', blames: true },
  responsibility: { label: 'Responsibility', asks: 'who', blames: true, spoken: true },
  reason: { label: 'Reason', asks: 'why', apart: true, spoken: true },
  warning: { label: 'Warning', asks: 'why', several: true, spoken: true },
  inception: { label: 'Founded', asks: 'when-where', ofActor: true },
  affiliation: { label: 'Part of', asks: 'who', ofActor: true },
  strength: { label: 'Strength', asks: 'people', ofActor: true },
  area: { label: 'Active in', asks: 'people', ofActor: true },
  attendance: { label: 'Present', asks: 'people' },
  damage: { label: 'Damage', asks: 'means', several: true },
} as const satisfies Readonly<Record<string, TermAttributeRow>>;

export type CountAttribute = keyof typeof counts;
export type TermAttribute = keyof typeof terms;
export type Attribute = CountAttribute | TermAttribute;

/** Attributes that count the dead or the hurt and nobody else. */
export type TollAttribute = {
  [name in CountAttribute]: (typeof counts)[name] extends { readonly harm: 'dead' | 'hurt' } ? name : never;
}[CountAttribute];
/** Attributes that count attackers. */
export type AttackerAttribute = {
  [name in CountAttribute]: (typeof counts)[name] extends { readonly ofAttackers: true } ? name : never;
}[CountAttribute];
/** Attributes stated of organisations. */
export type ActorAttribute = {
  [name in TermAttribute]: (typeof terms)[name] extends { readonly ofActor: true } ? name : never;
}[TermAttribute];

/** What is known of each counted attribute. */
export const countTable: Readonly<
  Record<CountAttribute, CountAttributeRow & { readonly attackers?: AttackerAttribute & TollAttribute }>
> = counts;
/** What is known of each attribute stated in words. */
export const termTable: Readonly<Record<TermAttribute, TermAttributeRow>> = terms;
/** What is known of every attribute. */
export const attributeTable: Readonly<Record<Attribute, AttributeRow>> = { ...counts, ...terms };

export const countAttributes: readonly CountAttribute[] = namesOf(counts);
export const termAttributes: readonly TermAttribute[] = namesOf(terms);
/** Every attribute, in the order records and schema list them. */
export const attributes: readonly Attribute[] = [...countAttributes, ...termAttributes];

/** Attributes that count the dead or the hurt, victims first. */
export const tollAttributes: readonly TollAttribute[] = countAttributes.filter(isTollAttribute);

/** Attributes stated of organisations. */
export const actorAttributes: readonly ActorAttribute[] = termAttributes.filter(isActorAttribute);

/** Tell whether an attribute is stated of organisations, not of incidents. */
export function isActorAttribute(attribute: Attribute): attribute is ActorAttribute {
  return !isCountAttribute(attribute) && termTable[attribute].ofActor === true;
}

/** Tell whether an attribute is counted in people. */
export function isCountAttribute(attribute: Attribute): attribute is CountAttribute {
  return Object.hasOwn(counts, attribute);
}

/** Tell whether an attribute counts the dead or the hurt and nobody else. */
export function isTollAttribute(attribute: CountAttribute): attribute is TollAttribute {
  const { harm } = countTable[attribute];
  return harm === 'dead' || harm === 'hurt';
}
