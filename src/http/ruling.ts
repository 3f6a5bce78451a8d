import { z } from 'zod';
import { attributes, decisionActions, proofStandards } from '../model/index.ts';

const id = z.string().min(1).max(200);
const people = z.int().min(0).max(1_000_000_000);
const levels = ['venue', 'city', 'district', 'state', 'country', 'region', 'water'] as const;

/** What a decision may say, whoever decides, of whatever, and by whichever door. */
const rulingFields = {
  action: z.enum(decisionActions),
  /** Asked for where the decision departs from what stands. */
  reason: z.string().max(4000).optional(),
  claims: z.array(id).max(500).optional(),
  value: z.union([people, z.tuple([people, people])]).optional(),
  date: z.string().max(40).optional(),
  place: z
    .strictObject({
      name: z.string().min(1).max(200),
      level: z.enum(levels).optional(),
      country: z.string().length(2).optional(),
      lat: z.number().min(-90).max(90).optional(),
      lon: z.number().min(-180).max(180).optional(),
    })
    .optional(),
  policy: z.string().max(40).optional(),
  proof: z.enum(proofStandards).optional(),
  other: id.optional(),
  words: z.strictObject({ article: id, start: z.int().min(0), end: z.int().min(1) }).optional(),
  reports: z.strictObject({ copy: id, of: id }).optional(),
};

/** What is decided of an incident. */
export const rulingSchema = z.strictObject({ incident: id, attribute: z.enum(attributes).optional(), ...rulingFields });

/** What a person asks to be decided of a target, as `decide` takes it; who and when is the server's to say. */
export const requestSchema = z.strictObject({ target: id, ...rulingFields });

/** A ruling, and the hash of the record that was looked at. */
export const decisionBodySchema = rulingSchema.extend({ seen: z.string().max(100) });
