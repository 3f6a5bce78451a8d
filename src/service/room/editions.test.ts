import { afterAll, describe, expect, it, vi } from 'vitest';
import { openDialects } from '../../../test/kits/archives.ts';
import { decide, openFires } from '../../../test/kits/fires.ts';
import { readEdition } from '../edition.ts';
import {
  cancelWork,
  compareReleased,
  exportReleased,
  listReleased,
  listWork,
  releaseEdition,
  type Work,
} from './index.ts';

const { dialects, close } = await openDialects();
afterAll(close);

describe.each(dialects)('editions of a room in $name', ({ makePlace }) => {
  const open = () => openFires(makePlace());

  it('releases an edition that stays, compares it with what stands, and exports it', async () => {
    const { room, fire } = await open();
    const released = await releaseEdition(room, 'C. Editor', { name: 'March' });
    await decide(room, fire, { action: 'override', target: `${fire}.killed`, value: 15 });
    expect(await compareReleased(room, 'March', 'now', { who: 'A. Reader' })).toMatchObject([
      { attribute: 'Killed', after: '15' },
    ]);
    expect((await readEdition(room.archive, { at: 'March' })).hash).toBe(released.hash);
    expect(await listReleased(room)).toMatchObject([{ name: 'March', hash: released.hash }]);
    expect(String(await exportReleased(room, 'now', 'csv', { who: 'A. Reader' }))).toContain('15');
    await expect(releaseEdition(room, 'C. Editor', { name: 'March' })).rejects.toThrow('given before');
    await expect(releaseEdition(room, 'C. Editor', { name: 'May', policy: 'none' })).rejects.toThrow('policy none');
    await room.archive.close();
  });

  it('releases what stood when it was asked for, whatever is decided meanwhile; work on editions is told, and cancelled', async () => {
    const { room, fire } = await open();
    const states: string[] = [];
    room.hub.listen(({ kind, detail }) => kind === 'working' && states.push((detail as Work).state));
    const before = (await readEdition(room.archive)).hash;
    const asked = releaseEdition(room, 'C. Editor', { name: 'March' });
    await vi.waitFor(() => expect(listWork(room)).toHaveLength(1));
    await decide(room, fire, { action: 'override', target: `${fire}.killed`, value: 15 });
    expect((await asked).hash).toBe(before);
    expect((await readEdition(room.archive, { at: 'March' })).hash).toBe(before);
    expect([...new Set(states)]).toEqual(['waiting', 'gathering', 'linking', 'deciding', 'printing', 'done']);
    const leaving = new AbortController();
    // What fails is listened to from the start, since it may fail before the next line is come to.
    const left = exportReleased(room, 'now', 'html', { who: 'A. Reader', signal: leaving.signal });
    const isLeft = expect(left).rejects.toThrow('it was cancelled');
    leaving.abort();
    await isLeft;
    const stopped = exportReleased(room, 'now', 'html', { who: 'A. Reader' });
    const isStopped = expect(stopped).rejects.toThrow('it was cancelled');
    await vi.waitFor(() => expect(listWork(room)).toHaveLength(1));
    const last = listWork(room)[0]?.id ?? '';
    expect(() => cancelWork(room, 'B. Reader', last)).toThrow('A. Reader asked for this');
    cancelWork(room, 'A. Reader', last);
    await isStopped;
    expect(listWork(room)).toEqual([]);
    await expect(exportReleased(room, 'June', 'csv', { who: 'A. Reader' })).rejects.toThrow('snapshot June');
    await room.archive.close();
  });
});
