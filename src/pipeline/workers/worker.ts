import { setFlagsFromString } from 'node:v8';
import { move, transferableSymbol, valueSymbol, workerData } from 'piscina';
import { isIssue, type UnpackedItem } from '../../ingest/index.ts';
import type { CleaningContext, StageContext } from '../intake/document.ts';
import { noteBegun, passGate } from './gate.ts';
import { openContainer } from './opening.ts';
import { type GatedTask, openStageContext, performTask, type TaskResult, type WorkerConfig } from './task.ts';

const config = workerData as WorkerConfig;

/**
 * V8 lets a heap grow to four times what lives in it before it collects: of the 60 MB of a thread that cleans, 250. Each page leaves little
 * behind, so collecting at 1.6 times costs no time that can be measured.
 */
if (config.until === 'articles') setFlagsFromString('--heap-growing-percent=60');

let stageContext: Promise<CleaningContext | StageContext> | undefined;
let gate: GatedTask['gate'] | undefined;

/** Do one task in this thread; its stage context is set up once, with the first. */
export default async function work(given: GatedTask): Promise<TaskResult | readonly UnpackedItem[]> {
  if (given.task.kind === 'open') {
    noteBegun(given.gate);
    return handOver(await openContainer(given.task, config.settings.unpack));
  }
  gate = given.gate;
  stageContext ??= openStageContext(config, (doing) => (gate === undefined ? doing() : passGate(gate, doing)));
  const ready = await stageContext;
  noteBegun(given.gate);
  return performTask(given.task, ready);
}

/** Below this, copying is as fast. */
const handedOverBytes = 65_536;

/** Hand over what was unpacked without copying it: the other thread would stand still for as long as that takes. */
function handOver(found: readonly UnpackedItem[]): readonly UnpackedItem[] {
  const buffers = found.flatMap((one) => {
    if (isIssue(one) || one.bytes.byteLength < handedOverBytes) return [];
    const { buffer, byteLength } = one.bytes;
    return byteLength === buffer.byteLength ? [buffer] : [];
  });
  return move({ [transferableSymbol]: [...new Set(buffers)], [valueSymbol]: found } as never) as never;
}
