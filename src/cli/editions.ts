import { readBytes } from '../io/index.ts';
import {
  type Attribute,
  attributes,
  type Decision,
  decisionSchema,
  defined,
  type Edition,
  editionSchema,
} from '../model/index.ts';
import { findIncident, policies, type Revision } from '../pipeline/index.ts';
import { UsageError } from './failure.ts';

/** Options of every command that looks at an edition again. */
export const revisionArgs = {
  decisions: {
    type: 'string',
    description: 'Decisions to apply, JSON Lines as variorum decide writes them',
    valueHint: 'FILE',
  },
  'as-of': {
    type: 'string',
    description: 'Tell what was known at a day or instant, UTC, such as 2024-03-23',
    valueHint: 'TIME',
  },
} as const;

/** What they are told under in help. */
export const revisionGroup = { 'Decisions, and what was known when': ['decisions', 'as-of'] } as const;

/** Read an edition that `variorum read` wrote. Throws UsageError where it is none. */
export async function loadEdition(path: string): Promise<Edition> {
  const text = await loadText(path);
  try {
    const checked = editionSchema.safeParse(JSON.parse(text));
    if (checked.success) return checked.data;
    const [first] = checked.error.issues;
    throw new Error(`${first?.path.join('.') ?? ''}: ${first?.message ?? ''}`);
  } catch (error) {
    throw new UsageError(`${path}: it is no edition (${error instanceof Error ? error.message : String(error)})`);
  }
}

/** Read decisions, one JSON object a line. Throws UsageError naming the first line that is none. */
export async function loadDecisions(path: string | undefined): Promise<readonly Decision[]> {
  if (path === undefined) return [];
  const lines = (await loadText(path)).split('\n');
  return lines.flatMap((line, at) => {
    if (line.trim() === '') return [];
    try {
      return [decisionSchema.parse(JSON.parse(line))];
    } catch {
      throw new UsageError(`${path}: line ${at + 1} is no decision`);
    }
  });
}

async function loadText(path: string): Promise<string> {
  try {
    return new TextDecoder().decode(await readBytes(path));
  } catch (error) {
    throw new UsageError(`${path}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** Put the revision together that a command line asks for. */
export async function readRevision(given: {
  readonly policy?: string | undefined;
  readonly decisions?: string | undefined;
  readonly 'as-of'?: string | undefined;
}): Promise<Revision> {
  if (given.policy !== undefined && !policies.some(({ name }) => name === given.policy))
    throw new UsageError(`--policy ${given.policy}: there is ${policies.map(({ name }) => name).join(', ')}`);
  const asOf = given['as-of'];
  if (asOf !== undefined && !isTime(asOf))
    throw new UsageError(`--as-of ${asOf}: give a day or instant, such as 2024-03-23 or 2024-03-23T12:00Z`);
  const decisions = await loadDecisions(given.decisions);
  return {
    ...defined({ policy: given.policy, asOf }),
    ...(decisions.length === 0 ? {} : { decisions }),
  };
}

/** Tell a day or an instant, UTC where no zone is given. */
export function isTime(value: string): boolean {
  return (
    /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?$/.test(value) &&
    !Number.isNaN(Date.parse(value.slice(0, 10)))
  );
}

/** Read "INCIDENT" or "INCIDENT.attribute". Throws UsageError where either is not there. */
export function readTarget(
  edition: Edition,
  spec: string,
): { readonly incident: string; readonly attribute?: Attribute } {
  const dot = spec.lastIndexOf('.');
  const [name, tail] = dot === -1 ? [spec, undefined] : [spec.slice(0, dot), spec.slice(dot + 1)];
  const incident = findIncident(edition, name);
  if (incident === undefined) {
    const some = edition.incidents.slice(0, 8).map(({ id, title }, at) => `\n  ${at + 1}  ${id}  ${title}`);
    throw new UsageError(`there is no one incident "${name}"; name it by id or number:${some.join('')}`);
  }
  if (tail === undefined) return { incident };
  const attribute = attributes.find((one) => one === tail);
  if (attribute === undefined)
    throw new UsageError(`there is no attribute "${tail}"; there is ${attributes.join(', ')}`);
  return { incident, attribute };
}
