import { readFileSync } from 'node:fs';

export const roles = ['PerpInd', 'PerpOrg', 'Target', 'Victim', 'Weapon'] as const;
/** A slot of a MUC-4 template that is filled with strings of the text. */
export type MucRole = (typeof roles)[number];

/** One incident: its type, and for each role the entities, each with the strings that mention it. */
export interface MucTemplate {
  readonly type: string;
  readonly fillers: Readonly<Record<MucRole, readonly (readonly string[])[]>>;
}

/** A report and the templates that annotators filled for it. */
export interface MucRecord {
  readonly id: string;
  readonly text: string;
  readonly templates: readonly MucTemplate[];
}

type RawTemplate = { readonly incident_type: string } & Readonly<
  Record<MucRole, readonly (readonly [string, number])[][]>
>;

function readTemplate(raw: RawTemplate): MucTemplate {
  const fill = (role: MucRole) => (raw[role] ?? []).map((entity) => entity.map(([mention]) => mention));
  return {
    type: raw.incident_type,
    fillers: {
      PerpInd: fill('PerpInd'),
      PerpOrg: fill('PerpOrg'),
      Target: fill('Target'),
      Victim: fill('Victim'),
      Weapon: fill('Weapon'),
    },
  };
}

/** Read reports, one JSON object a line with `docid`, `doctext` and `templates`, as the preprocessing of GTT writes them. */
export function readMuc(path: string): readonly MucRecord[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const raw = JSON.parse(line) as { docid: string; doctext: string; templates: readonly RawTemplate[] };
      return { id: raw.docid, text: raw.doctext, templates: raw.templates.map(readTemplate) };
    });
}
