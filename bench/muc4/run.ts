import type { RoleName } from '../../src/extract/roles/candidates.ts';
import { readTemplates } from '../../src/extract/roles/templates.ts';
import { makeText } from '../../src/model/index.ts';
import { cutTokens } from '../../src/text/index.ts';
import { type MucRecord, type MucRole, type MucTemplate, readMuc } from './record.ts';
import { addReports, overall, rates, scoreReport, slots, type Tallies } from './score.ts';

const slotOf: Readonly<Record<RoleName, MucRole>> = {
  individual: 'PerpInd',
  organisation: 'PerpOrg',
  target: 'Target',
  victim: 'Victim',
  weapon: 'Weapon',
};

/** Fill templates from the text of a report, each entity by its most likely wording. */
export function answerReport(value: string): readonly MucTemplate[] {
  const text = makeText(value);
  const { tokens, sentences } = cutTokens({ text, blocks: [{ kind: 'body', start: 0, end: value.length }] });
  const cut = sentences.items.map(({ first, last }) => tokens.items.slice(first, last));
  return readTemplates(cut).map(({ kind, fillers }) => {
    const fill = (role: MucRole) => fillers.filter((one) => slotOf[one.role] === role).map(({ key }) => [key]);
    return {
      type: kind,
      fillers: {
        PerpInd: fill('PerpInd'),
        PerpOrg: fill('PerpOrg'),
        Target: fill('Target'),
        Victim: fill('Victim'),
        Weapon: fill('Weapon'),
      },
    };
  });
}

/** Give the same answer for every report, without reading it: an attack with empty slots. */
function answerConstant(): readonly MucTemplate[] {
  return [{ type: 'attack', fillers: { PerpInd: [], PerpOrg: [], Target: [], Victim: [], Weapon: [] } }];
}

/** Answer every report and add up the tallies. */
export function scoreMuc(
  records: readonly MucRecord[],
  answer: (text: string) => readonly MucTemplate[] = answerReport,
): Tallies {
  return addReports(records.map(({ text, templates }) => scoreReport(answer(text), templates)));
}

function draw(name: string, { p, r, f }: ReturnType<typeof rates>): string {
  return `${name.padEnd(10)} ${p.toFixed(3)}  ${r.toFixed(3)}  ${f.toFixed(3)}\n`;
}

/** Print precision, recall and F1 of every slot and their micro-average, beside those of the constant answer. */
export function evaluateMuc(path: string, limit: number): string {
  const records = readMuc(path).slice(0, limit);
  const tallies = scoreMuc(records);
  const constant = rates(overall(scoreMuc(records, answerConstant)));
  const rows = slots.map((slot) => draw(slot, rates(tallies[slot])));
  return [
    `muc4: ${records.length} reports\n`,
    `${'slot'.padEnd(10)} P      R      F1\n`,
    ...rows,
    draw('micro', rates(overall(tallies))),
    draw('constant', constant),
  ].join('');
}
