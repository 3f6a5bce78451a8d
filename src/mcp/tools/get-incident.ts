import { z } from 'zod';
import { defined } from '../../model/index.ts';
import { briefIncident } from '../../service/index.ts';
import { chooseShort } from '../budget.ts';
import { addressOf, briefOut, detailSchema, queryFields, sayBrief, tellBrief } from '../shapes.ts';
import { makeTool } from '../tool.ts';

const reportOut = z.object({
  article: z.string(),
  address: z.string(),
  outlet: z.string().optional(),
  day: z.string().optional(),
  headline: z.string().optional(),
});

/** Get one incident. */
export const getIncidentTool = makeTool({
  name: 'get_incident',
  title: 'Get an incident',
  description:
    'Give the record of one incident: when, where, what became of people (best, low and high, each with the exact words and the report), and its reports. The texts of reports can be read as resources.',
  isReadOnly: true,
  input: z.strictObject({ incident: z.string().max(100), ...queryFields, detail: detailSchema }),
  output: z.object({ incident: briefOut, reports: z.array(reportOut), hash: z.string().optional() }),
  run: async ({ room }, { incident, detail, ...query }) => {
    const brief = await briefIncident(room, incident, defined(query));
    const reports = brief.reports.map(({ article, outlet, day, headline, ...rest }) => ({
      ...{ article, address: addressOf({ article, ...rest }) },
      ...defined({ outlet, day, headline: headline?.slice(0, 160) }),
    }));
    const make = (figures: number, values: number, quotes: number, most: number) => () => ({
      incident: tellBrief(brief, { figures, values, quotes }),
      reports: reports.slice(0, most),
      ...defined({ hash: brief.hash }),
    });
    const full = detail === 'full' ? [make(30, 3, 3, 30), make(30, 3, 2, 20), make(20, 3, 1, 12)] : [];
    const structured = await chooseShort([
      ...full,
      make(12, 3, 1, 8),
      make(8, 2, 1, 5),
      make(4, 1, 1, 3),
      make(2, 1, 1, 1),
    ]);
    const links = structured.reports.map(({ article, headline, address }) => ({ article, name: headline ?? address }));
    return { structured, text: `${sayBrief(structured.incident)}. ${brief.reports.length} reports.`, links };
  },
});
