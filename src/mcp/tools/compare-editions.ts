import { z } from 'zod';
import { attributes, attributeTable, defined } from '../../model/index.ts';
import { briefIncident, compareEditions } from '../../service/index.ts';
import { chooseShort, halve, shorten } from '../budget.ts';
import { tellValue, valueOut } from '../shapes.ts';
import { makeTool, type ToolContext } from '../tool.ts';

const changeOut = z.object({
  kind: z.string(),
  incident: z.string(),
  title: z.string(),
  attribute: z.string().optional(),
  before: z.string().optional(),
  after: z.string().optional(),
  because: z.array(z.string()).describe('Reports that came or went in between'),
  now: z.array(valueOut).describe('What the record says now, with its words'),
});

/** Compare two editions. */
export const compareEditionsTool = makeTool({
  name: 'compare_editions',
  title: 'Compare editions',
  description:
    'Tell which figures moved between two released editions of the archive, or since one of them (`now` is what stands), because of which reports, with the words they rest on now.',
  isReadOnly: true,
  input: z.strictObject({
    before: z.string().max(100).describe('Name of a released edition'),
    after: z.string().max(100).default('now'),
    incident: z.string().max(100).optional(),
    limit: z.int().min(1).max(25).default(8),
    cursor: z.string().max(400).optional(),
  }),
  output: z.object({ total: z.int(), changes: z.array(changeOut), next: z.string().optional() }),
  run: async ({ room }, { limit, before, after, ...query }) => {
    const page = async (most: number) => {
      const { total, items, next } = await compareEditions(room, { before, after, ...defined(query), limit: most });
      const changes = [];
      for (const change of items) changes.push(await tellChange(room, change));
      return { total, changes, ...defined({ next }) };
    };
    const structured = await chooseShort(halve(limit).map((most) => () => page(most)));
    const said = structured.changes
      .slice(0, 3)
      .map(({ title, attribute, before: was, after: is }) =>
        attribute === undefined ? title : `${title}, ${attribute}: ${was ?? 'nothing'} became ${is ?? 'nothing'}`,
      );
    return { structured, text: `${structured.total} changes. ${shorten(said.join('; '), 500)}` };
  },
});

type Change = Awaited<ReturnType<typeof compareEditions>>['items'][number];

async function tellChange(room: ToolContext['room'], change: Change): Promise<z.infer<typeof changeOut>> {
  const { kind, incident, title, attribute, before, after, because } = change;
  const name = attributes.find((one) => attributeTable[one].label === attribute);
  const brief = room.board.has(incident) ? await briefIncident(room, incident) : undefined;
  const figures = (brief?.figures ?? []).filter((one) => name === undefined || one.attribute === name);
  const values = figures.slice(0, 2).flatMap((one) => one.values);
  return {
    ...{ kind, incident, title: shorten(title, 160), because: because.slice(0, 5).map((one) => shorten(one, 120)) },
    ...defined({ attribute, before, after }),
    now: values.slice(0, 3).map((value) => tellValue(value, 1)),
  };
}
