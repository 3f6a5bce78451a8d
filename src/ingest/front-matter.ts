import { parseDocument } from 'yaml';
import { isRecord, type PageField } from '../model/index.ts';
import { fieldOfKey, readFields } from './fields.ts';

/** Fields stated above a text, and where the text itself begins. */
export interface FrontMatter {
  readonly fields: readonly PageField[];
  /** UTF-16 code units; 0 where there is no front matter. */
  readonly bodyStart: number;
}

const none: FrontMatter = { fields: [], bodyStart: 0 };
const maxChars = 16_384;

/** Read front matter of any common kind: a `---` YAML or `+++` TOML fence, or `Key: value` lines; otherwise none. */
export function readFrontMatter(text: string): FrontMatter {
  const head = text.slice(0, maxChars);
  return readFence(head) ?? readHeaderLines(head) ?? none;
}

function readFence(head: string): FrontMatter | undefined {
  const fence = /^\s*(---|\+\+\+)[ \t]*\r?\n([\s\S]*?)\r?\n(?:\1|\.\.\.)[ \t]*(?:\r?\n|$)/.exec(head);
  const inside = fence?.[2];
  if (fence === null || inside === undefined) return undefined;
  const record = fence[1] === '---' ? parseYaml(inside) : parsePairs(inside, '=');
  return record === undefined ? undefined : { fields: readFields(record, 'front-matter'), bodyStart: fence[0].length };
}

function parseYaml(source: string): Readonly<Record<string, unknown>> | undefined {
  const document = parseDocument(source, { logLevel: 'silent' });
  if (document.errors.length > 0) return parsePairs(source, ':');
  try {
    const value: unknown = document.toJS({ maxAliasCount: 20 });
    return isRecord(value) ? { ...value } : undefined;
  } catch {
    // Aliases that unfold without end.
    return undefined;
  }
}

/** Read `key: value` lines that strict YAML refuses (an unquoted colon in a headline, say). */
function parsePairs(source: string, mark: ':' | '='): Readonly<Record<string, unknown>> | undefined {
  const record: Record<string, string> = {};
  for (const line of source.split(/\r?\n/)) {
    const at = line.indexOf(mark);
    if (at > 0 && /^[\w -]+$/.test(line.slice(0, at))) {
      record[line.slice(0, at).trim()] = line
        .slice(at + 1)
        .trim()
        .replace(/^(["'])(.*)\1$/, '$2');
    }
  }
  return Object.keys(record).some((key) => fieldOfKey(key) !== undefined) ? record : undefined;
}

const headerLine = /^([A-Za-z][A-Za-z _-]{1,30}):[ \t]*(\S.{0,500})$/;
/** One of these alone above an empty line is enough to call it a header. */
const decisive = new Set(['title', 'headline', 'url', 'link', 'source url', 'date published', 'pub_date']);

function readHeaderLines(head: string): FrontMatter | undefined {
  const lead = /^\s*/.exec(head)?.[0].length ?? 0;
  let position = lead;
  let known = 0;
  let isDecisive = false;
  const record: Record<string, string> = {};
  for (const line of head.slice(lead).split('\n')) {
    const match = headerLine.exec(line.trimEnd());
    if (match?.[1] === undefined || match[2] === undefined) break;
    const key = match[1];
    if (fieldOfKey(key) !== undefined) known += 1;
    else if (known === 0) return undefined;
    if (decisive.has(key.toLowerCase())) isDecisive = true;
    record[key] = match[2];
    position += line.length + 1;
  }
  const endsBlank = /^[ \t]*(?:\r?\n|$)/.test(head.slice(position));
  if (!(known >= 2 || (known === 1 && isDecisive)) || !endsBlank) return undefined;
  return { fields: readFields(record, 'header'), bodyStart: Math.min(position, head.length) };
}
