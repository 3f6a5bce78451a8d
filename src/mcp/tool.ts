import type { z } from 'zod';
import type { Room } from '../service/index.ts';

/** What tools work with. */
export interface ToolContext {
  readonly room: Room;
  /** Who asks, as the log names proposals. */
  readonly who: string;
  /** Folders whose reports may be read. */
  readonly roots: readonly string[];
  /** May something be proposed: not where the archive is only looked at, or by whoever may only read. */
  readonly mayPropose: boolean;
}

/** What a tool answers. */
export interface ToolAnswer<T> {
  readonly structured: T;
  /** The answer in a sentence or two. */
  readonly text: string;
  /** Reports whose texts can be read as resources. */
  readonly links?: readonly { readonly article: string; readonly name: string }[];
}

/** One thing an assistant can do. */
export interface Tool {
  readonly name: string;
  readonly title: string;
  /** What it is for, for the assistant. */
  readonly description: string;
  readonly input: z.ZodObject;
  readonly output: z.ZodObject;
  /** Changes nothing at all. */
  readonly isReadOnly: boolean;
  readonly run: (context: ToolContext, input: never) => Promise<ToolAnswer<Record<string, unknown>>>;
}

interface Definition<I extends z.ZodObject, O extends z.ZodObject> extends Omit<Tool, 'input' | 'output' | 'run'> {
  readonly input: I;
  readonly output: O;
  readonly run: (context: ToolContext, input: z.output<I>) => Promise<ToolAnswer<z.output<O>>>;
}

/** Make a tool whose function is given what its schema says. */
export function makeTool<I extends z.ZodObject, O extends z.ZodObject>(definition: Definition<I, O>): Tool {
  return definition as unknown as Tool;
}
