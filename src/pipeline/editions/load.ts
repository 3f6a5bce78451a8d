import { readBytes } from '../../io/index.ts';
import { type Decision, decisionSchema, type Edition, editionSchema } from '../../model/index.ts';
import { RequestError } from '../errors.ts';

/** Read an edition from its JSON. Throws RequestError naming the first thing that is not of an edition; `name` is what to call it. */
export function parseEdition(json: string, name = 'the text'): Edition {
  try {
    const checked = editionSchema.safeParse(JSON.parse(json));
    if (checked.success) return checked.data;
    const [first] = checked.error.issues;
    throw new Error(`${first?.path.join('.') ?? ''}: ${first?.message ?? ''}`);
  } catch (error) {
    throw new RequestError(`${name}: it is no edition (${messageOf(error)})`);
  }
}

/** Load an edition from a file of its JSON. Throws RequestError where there is none. */
export async function loadEdition(path: string): Promise<Edition> {
  return parseEdition(await loadText(path), path);
}

/** Read decisions, one JSON object a line. Throws RequestError naming the first line that is none; `name` is what to call it. */
export function parseDecisions(lines: string, name = 'the text'): readonly Decision[] {
  return lines.split('\n').flatMap((line, at) => {
    if (line.trim() === '') return [];
    try {
      return [decisionSchema.parse(JSON.parse(line))];
    } catch {
      throw new RequestError(`${name}: line ${at + 1} is no decision`);
    }
  });
}

/** Load a file of decisions, as `appendDecision` writes it. Throws RequestError where it is none. */
export async function loadDecisions(path: string): Promise<readonly Decision[]> {
  return parseDecisions(await loadText(path), path);
}

async function loadText(path: string): Promise<string> {
  try {
    return new TextDecoder().decode(await readBytes(path));
  } catch (error) {
    throw new RequestError(`${path}: ${messageOf(error)}`);
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
