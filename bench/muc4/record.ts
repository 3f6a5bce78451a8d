import { readFileSync } from 'node:fs';

export const roles = ['PerpInd', 'PerpOrg', 'Target', 'Victim', 'Weapon'] as const;
/** A slot of a MUC-4 template that is filled by strings of the text. */
export type MucRole = (typeof roles)[number];

/** One incident: its type, and per role the entities, each by the strings that mention it. */
export interface MucTemplate {
  readonly type: string;
  readonly fillers: Readonly<Record<MucRole, readonly (readonly string[])[]>>;
}

/** One report and the templates its annotators filled. */
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

/** Read reports, one JSON object a line: `docid`, `doctext` and `templates` as GTT's preprocessing leaves them. */
export function readMuc(path: string): readonly MucRecord[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const raw = JSON.parse(line) as { docid: string; doctext: string; templates: readonly RawTemplate[] };
      return { id: raw.docid, text: raw.doctext, templates: raw.templates.map(readTemplate) };
    });
}
