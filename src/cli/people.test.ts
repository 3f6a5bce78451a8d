import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { openDialects, writeReport } from '../../test/kits/archives.ts';
import { type Heard, hearOutput, runHeard } from '../../test/kits/heard.ts';

const { dialects, close } = await openDialects();
const folder = mkdtempSync(join(tmpdir(), 'variorum-cli-people-'));
afterAll(() => {
  close();
  rmSync(folder, { recursive: true });
});

const heard: Heard = { printed: '', complained: '' };
beforeEach(() => {
  hearOutput(heard);
});

const run = (...args: readonly string[]) => runHeard(heard, args);

describe.each(dialects)('people of an archive in $name, in the terminal', ({ makePlace }) => {
  async function open() {
    const archive = makePlace();
    writeFileSync(join(folder, 'a.json'), writeReport('Springfield', 12));
    await run('add', archive, join(folder, 'a.json'), '--workers', '0', '--reader', 'fast', '--by', 'R. Ames');
    const people = (action: string, ...rest: readonly string[]) =>
      run('people', action, archive, '--by', 'R. Ames', ...rest);
    return people;
  }

  it('are added, with an address that lets them in once, and listed', async () => {
    const people = await open();
    const [code, made] = await people(
      'add',
      '--name',
      'B. Coder',
      '--role',
      'coder',
      '--public-url',
      'https://room.example',
    );
    expect([code, made]).toEqual([
      0,
      expect.stringMatching(/^B\. Coder, coder\. .*\n\n {2}https:\/\/room\.example\/invitation\/[\w-]{43}\n$/),
    ]);
    await people('add', '--name', 'A. Admin', '--role', 'admin', '--sign-in', 'admin@desk.example', '--unveils');
    expect((await people('list'))[1].split('\n')).toEqual([
      expect.stringMatching(/^A\. Admin · admin@desk\.example · admin · invited until \d{4}-\d\d-\d\d · sees names$/),
      expect.stringMatching(/^B\. Coder · b\.coder · coder · invited until/),
      '',
    ]);
    const [, again] = await people('invite', '--name', 'b.coder');
    expect(again).toContain('http://127.0.0.1:8417/invitation/');
    expect(again.split('/').at(-1)).not.toBe(made.split('/').at(-1));
  });

  it('are given another role, kept out and let in again', async () => {
    const people = await open();
    await people('add', '--name', 'A. Admin', '--role', 'admin');
    await people('add', '--name', 'B. Coder', '--role', 'coder');
    expect(await people('role', '--name', 'B. Coder', '--role', 'editor')).toEqual([0, 'B. Coder: editor\n']);
    expect(await people('disable', '--name', 'B. Coder')).toEqual([0, 'B. Coder: disabled\n']);
    expect((await people('list'))[1]).toMatch(/B\. Coder · b\.coder · editor · disabled \d{4}/);
    expect((await people('invite', '--name', 'B. Coder'))[0]).toBe(2);
    expect(heard.complained).toContain('may not come in');
    expect(await people('enable', '--name', 'B. Coder')).toEqual([0, 'B. Coder: enabled\n']);
    expect((await people('disable', '--name', 'A. Admin'))[0]).toBe(2);
    expect(heard.complained).toContain('is the last admin');
  });

  it('are refused where nobody, nothing or somebody else is meant', async () => {
    const people = await open();
    await people('add', '--name', 'B. Coder', '--role', 'coder');
    for (const [args, words] of [
      [['add', '--name', 'b. coder', '--role', 'coder'], 'somebody has this name'],
      [['add', '--name', 'C. Coder', '--role', 'coder', '--sign-in', 'b.coder'], 'somebody signs in by this name'],
      [['add', '--name', 'C. Coder'], '--role: give one of'],
      [['add', '--role', 'coder'], '--name: say who'],
      [['role', '--name', 'Nobody', '--role', 'coder'], 'nobody is called so here'],
      [['banish', '--name', 'B. Coder'], 'give one of list, add'],
    ] as const) {
      const [action, ...rest] = args;
      expect([args, (await people(action, ...rest))[0]]).toEqual([args, 2]);
      expect(heard.complained).toContain(words);
    }
  });
});
