import { z } from 'zod';
import { defined, statuses } from '../../model/index.ts';
import { briefIncident, findIncidents, type IncidentBrief } from '../../service/index.ts';
import { chooseShort, halve } from '../budget.ts';
import { briefOut, detailSchema, sayBrief, tellBrief } from '../shapes.ts';
import { makeTool } from '../tool.ts';

/** Find incidents by words, days and status. */
export const findIncidentsTool = makeTool({
  name: 'find_incidents',
  title: 'Find incidents',
  description:
    'Find incidents of the archive by words of title and place, by days and by how far reports agree; newest first. Each comes with its main figures, every one with the exact words and the report.',
  isReadOnly: true,
  input: z.strictObject({
    words: z.string().max(200).optional().describe('Words that title, place or type hold, all of them'),
    from: z.iso.date().optional().describe('First day'),
    to: z.iso.date().optional().describe('Last day'),
    status: z.enum(statuses).optional(),
    sort: z.enum(['date', 'killed', 'injured', 'reports']).default('date'),
    background: z.boolean().default(false).describe('Also those that reports only mention beside others'),
    limit: z.int().min(1).max(25).default(8),
    cursor: z.string().max(400).optional(),
    detail: detailSchema,
  }),
  output: z.object({ total: z.int(), incidents: z.array(briefOut), next: z.string().optional() }),
  run: async ({ room }, { limit, detail, ...query }) => {
    const briefs = new Map<string, IncidentBrief>();
    const size = detail === 'full' ? { figures: 6, values: 3, quotes: 1 } : { figures: 2, values: 1, quotes: 1 };
    const page = async (most: number) => {
      const { total, items, next } = findIncidents(room, { ...defined(query), descending: true, limit: most });
      const incidents = [];
      for (const { id } of items) {
        const brief = briefs.get(id) ?? (await briefIncident(room, id));
        briefs.set(id, brief);
        incidents.push(tellBrief(brief, size));
      }
      return { total, incidents, ...defined({ next }) };
    };
    const structured = await chooseShort(halve(limit).map((most) => () => page(most)));
    const { total, incidents } = structured;
    const text = `${total} found${incidents.length < total ? `, ${incidents.length} shown` : ''}. ${incidents.slice(0, 5).map(sayBrief).join('; ')}`;
    return { structured, text };
  },
});
