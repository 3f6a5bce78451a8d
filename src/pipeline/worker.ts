import { workerData } from 'piscina';
import { makeDesk } from './desk.ts';
import type { Desk } from './document.ts';
import { passGate } from './gate.ts';
import { type GatedTask, type Orders, performTask, type TaskResult } from './task.ts';

const { settings, context, until } = workerData as Orders;
let desk: Promise<Desk> | undefined;
let gate: GatedTask['gate'] | undefined;

/** Do one task in this thread; its desk is set up once, with the first. */
export default async function work(given: GatedTask): Promise<TaskResult> {
  gate = given.gate;
  desk ??= makeDesk(settings, context, (doing) => (gate === undefined ? doing() : passGate(gate, doing)));
  return performTask(given.task, await desk, until);
}
