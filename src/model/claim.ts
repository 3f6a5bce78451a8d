import { z } from 'zod';
import { attributes } from './attribute.ts';
import { countedPeriodSchema } from './period.ts';
import { claimValueSchema, countValueSchema, dateValueSchema } from './value.ts';

export const speakerKinds = [
  'police',
  'official',
  'military',
  'medical',
  'perpetrator',
  'partisan',
  'witness',
  'relative',
  'expert',
  'media',
  'organisation',
  'person',
  'outlet',
] as const;
export type SpeakerKind = (typeof speakerKinds)[number];

/** Who said it, original speaker first; `outlet` alone where the report speaks in its own voice. */
export const attributionSchema = z
  .object({
    speaker: z.string(),
    kind: z.enum(speakerKinds),
    /** From the original speaker to the outlet: ["health ministry", "AFP"]. */
    chain: z.array(z.string()).readonly(),
    cue: z.string().optional(),
    /** Where the attribution stands in the article's text, UTF-16 code units. */
    start: z.int().optional(),
    end: z.int().optional(),
  })
  .readonly();
export type Attribution = z.infer<typeof attributionSchema>;

export const evidenceSchema = z.object({ start: z.int(), end: z.int(), quote: z.string().min(1) }).readonly();
export type Evidence = z.infer<typeof evidenceSchema>;

export const modalities = ['asserted', 'alleged', 'claimed', 'denied', 'feared', 'hypothetical', 'negated'] as const;
export type Modality = (typeof modalities)[number];

export const producerSchema = z
  .object({ name: z.string(), version: z.string(), rule: z.string().optional() })
  .readonly();

/** One stated thing, in one place, by someone. */
export const claimSchema = z
  .object({
    /** Content hash of article, evidence, attribute, value. */
    id: z.string(),
    article: z.string(),
    /** Id of the incident mention until linking, of the incident in an edition. */
    incident: z.string(),
    attribute: z.enum(attributes),
    value: claimValueSchema,
    /** Classes of people counted: `civilians`, `soldiers`, `police`, `children`, `women`, `perpetrators`, nationality …; absent = unstated. */
    victims: z.array(z.string()).readonly().optional(),
    scope: z.enum(['total', 'subset', 'additional', 'unstated']),
    /** The claim this one is a subset of or adds to. */
    of: z.string().optional(),
    accumulation: z.enum(['running', 'new', 'period', 'final']),
    /** For a figure of a longer time: what its words say it counts over. */
    period: countedPeriodSchema.optional(),
    /** Id of the conflict whose toll it is; such a figure is no reading of the incident beside which it is told. */
    conflict: z.string().optional(),
    /** True of a person the report first tells of so late that another incident may be meant: told, but counted in no total. */
    elsewhere: z.boolean().optional(),
    /** The day or instant the statement is true of, and how that is known. */
    asOf: z
      .object({ value: z.string(), how: z.enum(['stated', 'published', 'story']) })
      .readonly()
      .optional(),
    attribution: attributionSchema.optional(),
    modality: z.enum(modalities),
    partisan: z.boolean().optional(),
    /** For a single described or named person; the name is kept out of editions unless asked for. */
    person: z
      .object({
        key: z.string(),
        name: z.string().optional(),
        /** Id of the family name, kept where the name is not, so that two people are still told apart. */
        family: z.string().optional(),
        age: z.int().optional(),
        sex: z.enum(['female', 'male']).optional(),
        role: z.enum(['victim', 'suspect', 'officer']).optional(),
      })
      .readonly()
      .optional(),
    /** For a fact about an organisation: the organisation's name as the article's name layer keys it. */
    actor: z.string().optional(),
    /** For a warning: who was warned, in the article's words, and when. */
    warned: z.object({ whom: z.string().optional(), when: dateValueSchema.optional() }).readonly().optional(),
    /** Claims this one was summed or derived from. */
    parts: z.array(z.string()).readonly().optional(),
    /** The figure these very words take back ("revised down from 19 to 17"). */
    revisedFrom: countValueSchema.optional(),
    /** For a date: how the words were resolved; the story may resolve them again. */
    resolution: z
      .object({ value: dateValueSchema, anchor: z.enum(['absolute', 'published', 'context', 'story']) })
      .readonly()
      .optional(),
    /** For a perpetrator: how far the case has come in these words; a claim of its own of having done it is `responsibility`. */
    standing: z.enum(['suspected', 'blamed', 'charged', 'convicted', 'acquitted']).optional(),
    /** For a type: its class in the field's schemes, GTD's attack types or EM-DAT's classification keys, where the words tell it. */
    class: z
      .object({ scheme: z.enum(['gtd', 'emdat']), code: z.string(), name: z.string() })
      .readonly()
      .optional(),
    confidence: z.number().min(0).max(1),
    /** Kind of block the words stand in ("caption"); absent = running text. */
    block: z.enum(['headline', 'caption', 'list', 'quote']).optional(),
    evidence: z.array(evidenceSchema).min(1).readonly(),
    producer: producerSchema,
  })
  .readonly();
export type Claim = z.infer<typeof claimSchema>;
