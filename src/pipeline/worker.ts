import { workerData } from 'piscina';
import type { Found } from '../ingest/index.ts';
import { makeDesk } from './desk.ts';
import type { Desk } from './document.ts';
import { passGate } from './gate.ts';
import { type GatedTask, type Orders, openContainer, performTask, type TaskResult } from './task.ts';

const { settings, context, until } = workerData as Orders;
let desk: Promise<Desk> | undefined;
let gate: GatedTask['gate'] | undefined;

/** Do one task in this thread; its desk is set up once, with the first. */
export default async function work(given: GatedTask): Promise<TaskResult | readonly Found[]> {
  if (given.task.kind === 'open') return openContainer(given.task, settings.unpack);
  gate = given.gate;
  desk ??= makeDesk(settings, context, (doing) => (gate === undefined ? doing() : passGate(gate, doing)));
  return performTask(given.task, await desk, until);
}
