import { z } from 'zod';
import { attributes, defined } from '../../model/index.ts';
import { RequestError } from '../../pipeline/index.ts';
import { proposeDecision, type RoomRequest } from '../../service/index.ts';
import { shorten } from '../budget.ts';
import { makeTool } from '../tool.ts';

/** What a program may propose; what joins or parts incidents is for people to find. */
const actions = ['accept', 'override', 'reject', 'note', 're-date', 'cannot-tell', 'add-claim', 'merge'] as const;

/** Propose a decision. */
export const proposeDecisionTool = makeTool({
  name: 'propose_decision',
  title: 'Propose a decision',
  description:
    'Propose a decision on an incident for a person to accept or dismiss in the reading room. It changes no figure by itself. Say in the reason which words of which report it rests on.',
  isReadOnly: false,
  input: z.strictObject({
    incident: z.string().max(100),
    action: z.enum(actions),
    attribute: z.enum(attributes).optional(),
    value: z.int().min(0).max(1_000_000_000).optional().describe('override, add-claim: the figure'),
    claims: z.array(z.string().max(100)).max(50).optional().describe('accept, reject: ids of claims'),
    words: z
      .strictObject({ article: z.string().max(100), start: z.int().min(0), end: z.int().min(1) })
      .optional()
      .describe('add-claim: where the words stand that state it'),
    date: z.string().max(40).optional().describe('re-date: the day'),
    other: z.string().max(100).optional().describe('merge: the incident that is the same'),
    reason: z.string().min(1).max(2000),
  }),
  output: z.object({
    proposal: z.string(),
    state: z.literal('waits for a person'),
    changes: z.array(
      z.object({
        title: z.string(),
        attribute: z.string().optional(),
        before: z.string().optional(),
        after: z.string().optional(),
      }),
    ),
  }),
  run: async ({ room, who, mayPropose }, { incident, attribute, ...rest }) => {
    if (!mayPropose)
      throw new RequestError('nothing can be proposed here: the archive is only looked at, or you may only read');
    const target = attribute === undefined ? incident : `${incident}.${attribute}`;
    // Absent fields are absent, not undefined.
    const request = JSON.parse(JSON.stringify({ ...rest, target })) as RoomRequest;
    const { proposal, changes } = await proposeDecision(room, who, incident, request);
    const told = changes.slice(0, 10).map(({ title, attribute: name, before, after }) => ({
      title: shorten(title, 160),
      ...defined({ attribute: name, before, after }),
    }));
    const structured = { proposal: proposal.id, state: 'waits for a person' as const, changes: told };
    return {
      structured,
      text: `${proposal.id} waits for a person in the queue of the reading room; nothing has changed.`,
    };
  },
});
