import words from '../../../data/group-words.json' with { type: 'json' };

/** Words that count beside a figure told before: "more", "others". */
export const more: ReadonlySet<string> = new Set(words.more);
export const possessives: ReadonlySet<string> = new Set(words.possessives);
export const demonstratives: ReadonlySet<string> = new Set(words.demonstratives);
/** Conjunctions that open a clause, whose subject may follow at once. */
export const openers: ReadonlySet<string> = new Set(words.openers);
export const governors: ReadonlySet<string> = new Set(words.governors);
/** Marks the tokenizer leaves inside a run of modifiers. */
export const modifierMarks: ReadonlySet<string> = new Set(words.modifierMarks);
/** Vague numbers that are adjectives of any noun as well: "many" before one counts nobody. */
export const vagueModifiers: ReadonlySet<string> = new Set(words.vagueModifiers);
/** Words before which a number without a noun means people: "two dead". */
export const afterBareNumber: ReadonlySet<string> = new Set(words.afterBareNumber);
/** Words that name people by what became of them: "the injured". */
export const collectives: ReadonlySet<string> = new Set(words.collectives);
/** Pronouns a part is taken of: "two of them". */
export const wholes: ReadonlySet<string> = new Set(words.wholes);
/** Words that may stand between members of an enumeration. */
export const joints: ReadonlySet<string> = new Set(words.joints);
/** Words that make an enumeration of neighbours: a comma alone is as often an apposition. */
export const links: ReadonlySet<string> = new Set(words.links);
/** Nouns that name many people at once, however the trained reader marks them: "the crew", "a crowd". */
export const bodies: ReadonlySet<string> = new Set(words.bodies);
/** Nouns a number of whose members "of" tells: "a family of four". */
export const bands: ReadonlySet<string> = new Set(words.bands);
/** Words for one of a people, which are nouns only where none follows: "a Briton died", not "a British town". */
export const nationals: ReadonlySet<string> = new Set(words.nationals);
/** Adjectives of nations that stand for none of its people alone: "two French tourists", not "a French died". */
export const nationAdjectives: ReadonlySet<string> = new Set(words.nationAdjectives);
/** Nouns for people who are beaten, slaughtered or killed off in games and in fun. */
export const contestants: ReadonlySet<string> = new Set(words.contestants);
/** Endings of nouns for people that no list has: "elders", "technicians". */
export const endings: readonly string[] = words.endings;
