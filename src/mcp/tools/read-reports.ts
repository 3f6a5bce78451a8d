import { z } from 'zod';
import { briefOf, readAllowed } from '../../service/index.ts';
import { chooseShort, halve } from '../budget.ts';
import { briefOut, detailSchema, sayBrief, tellBrief } from '../shapes.ts';
import { makeTool } from '../tool.ts';

/** Read reports of this machine. */
export const readReportsTool = makeTool({
  name: 'read_reports',
  title: 'Read reports',
  description:
    'Read report files (text, HTML, PDF, JSON …) of this machine as an edition of their own, beside the archive: incidents with their figures, every one with its exact words. Only folders that whoever started the server allowed; nothing is kept.',
  isReadOnly: true,
  input: z.strictObject({
    paths: z.array(z.string().min(1).max(1000)).min(1).max(20).describe('Files or folders under an allowed folder'),
    limit: z.int().min(1).max(25).default(8),
    detail: detailSchema,
  }),
  output: z.object({ articles: z.int(), setAside: z.int(), total: z.int(), incidents: z.array(briefOut) }),
  run: async ({ roots, room }, { paths, limit, detail }) => {
    const edition = await readAllowed(roots, paths, { reader: room.archive.settings.reader });
    const briefs = edition.incidents.map(({ id }) => briefOf(edition, id));
    const size = detail === 'full' ? { figures: 8, values: 3, quotes: 2 } : { figures: 3, values: 1, quotes: 1 };
    const { articles, issues } = edition;
    const setAside = issues.filter(({ article }) => article === undefined).length;
    const make = (most: number) => () => ({
      ...{ articles: articles.length, setAside, total: briefs.length },
      incidents: briefs.slice(0, most).map((brief) => tellBrief(brief, size)),
    });
    const structured = await chooseShort(halve(limit).map(make));
    const text = `${articles.length} reports read, ${briefs.length} incidents. ${structured.incidents.slice(0, 3).map(sayBrief).join('; ')}`;
    return { structured, text };
  },
});
