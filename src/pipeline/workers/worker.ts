import { workerData } from 'piscina';
import type { Found } from '../../ingest/index.ts';
import type { CleaningDesk, Desk } from '../intake/document.ts';
import { noteBegun, passGate } from './gate.ts';
import { type GatedTask, type Orders, openContainer, performTask, setUpDesk, type TaskResult } from './task.ts';

const orders = workerData as Orders;
let desk: Promise<CleaningDesk | Desk> | undefined;
let gate: GatedTask['gate'] | undefined;

/** Do one task in this thread; its desk is set up once, with the first. */
export default async function work(given: GatedTask): Promise<TaskResult | readonly Found[]> {
  if (given.task.kind === 'open') {
    noteBegun(given.gate);
    return openContainer(given.task, orders.settings.unpack);
  }
  gate = given.gate;
  desk ??= setUpDesk(orders, (doing) => (gate === undefined ? doing() : passGate(gate, doing)));
  const ready = await desk;
  noteBegun(given.gate);
  return performTask(given.task, ready);
}
