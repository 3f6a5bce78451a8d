import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutFiles } from './form-files.ts';

/** Write a form as the platform does, which is another program than ours. */
async function writeForm(parts: readonly (readonly [name: string, content: Uint8Array<ArrayBuffer> | string])[]) {
  const form = new FormData();
  for (const [name, content] of parts)
    if (typeof content === 'string') form.append(name, content);
    else form.append('files', new File([content], name));
  const answer = new Response(form);
  return { type: answer.headers.get('content-type') ?? '', body: new Uint8Array(await answer.arrayBuffer()) };
}

const bytesOf = (words: string): Uint8Array<ArrayBuffer> => new Uint8Array(Buffer.from(words));

describe('the files of a form', () => {
  it('are cut out of its body by their names, fields of words passed over', async () => {
    const { type, body } = await writeForm([
      ['mill.txt', bytesOf('A fire killed 12.\r\n\r\n--\r\n')],
      ['why', 'words'],
      ['a "name" of\nÖrebro.html', bytesOf('')],
    ]);
    const files = cutFiles(body, type);
    expect(files?.map(({ name, content }) => [name, Buffer.from(content).toString()])).toEqual([
      ['mill.txt', 'A fire killed 12.\r\n\r\n--\r\n'],
      ['a "name" of\nÖrebro.html', ''],
    ]);
  });

  it('are views of the body where one is most of it, and else their own', async () => {
    const large = await writeForm([['large.txt', new Uint8Array(9000)]]);
    expect(cutFiles(large.body, large.type)?.[0]?.content.buffer).toBe(large.body.buffer);
    const several = await writeForm(['a', 'b', 'c'].map((name) => [name, new Uint8Array(3000)] as const));
    const sizes = cutFiles(several.body, several.type)?.map(({ content }) => content.buffer.byteLength);
    expect(sizes).toEqual([3000, 3000, 3000]);
  });

  it('are what was put in, whatever bytes they have', async () => {
    const parts = fc.array(fc.tuple(fc.stringMatching(/^[\w .-]{1,20}$/), fc.uint8Array({ maxLength: 300 })), {
      minLength: 1,
      maxLength: 5,
    });
    await fc.assert(
      fc.asyncProperty(parts, async (put) => {
        const own = put.map(([name, content]) => [name, new Uint8Array(content)] as const);
        const { type, body } = await writeForm(own);
        expect(cutFiles(body, type)?.map(({ name, content }) => [name, new Uint8Array(content)])).toEqual(own);
      }),
    );
  });

  it('are not made up of what is no form, or is broken off', async () => {
    const { type, body } = await writeForm([['mill.txt', bytesOf('A fire killed 12.')]]);
    for (let end = 0; end < body.length - 4; end += 1) expect(cutFiles(body.slice(0, end), type)).toBeUndefined();
    expect(cutFiles(body, 'multipart/form-data')).toBeUndefined();
    expect(cutFiles(body, 'multipart/form-data; boundary=other')).toBeUndefined();
    expect(cutFiles(bytesOf('files=mill'), 'application/x-www-form-urlencoded')).toBeUndefined();
  });
});
