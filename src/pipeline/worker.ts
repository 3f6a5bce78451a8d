import { workerData } from 'piscina';
import { makeDesk } from './desk.ts';
import type { Desk } from './document.ts';
import { type Orders, performTask, type Task, type TaskResult } from './task.ts';

const { settings, context, until } = workerData as Orders;
let desk: Promise<Desk> | undefined;

/** Do one task in this thread; its desk is set up once, with the first. */
export default async function work(task: Task): Promise<TaskResult> {
  desk ??= makeDesk(settings, context);
  return performTask(task, await desk, until);
}
