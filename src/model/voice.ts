import { z } from 'zod';

export const stances = ['says', 'claims', 'denies', 'confirms', 'accuses', 'warns'] as const;

/** Someone speaking in a report: who, the cue, what was said; positions in the article's text, UTF-16 code units. */
export const voiceSchema = z
  .object({
    article: z.string(),
    /** Id of the incident spoken of, where it is known. */
    incident: z.string().optional(),
    speaker: z.string(),
    cue: z.string(),
    stance: z.enum(stances),
    /** True for a claim, denial or confirmation of having done it. */
    responsibility: z.boolean().optional(),
    start: z.int(),
    end: z.int(),
    quote: z.string().min(1),
  })
  .readonly();
export type Voice = z.infer<typeof voiceSchema>;
