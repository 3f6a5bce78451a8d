import { afterAll, describe, expect, it } from 'vitest';
import { openDialects } from '../../../test/kits/archives.ts';
import { decide, killedOf, openFires, report } from '../../../test/kits/fires.ts';
import { addReports } from '../add.ts';
import { gatherGold } from '../gold.ts';
import {
  acceptBulk,
  adjudicate,
  assignIncident,
  beginAdding,
  checkPasted,
  chooseRows,
  codeBlind,
  decideRecord,
  leaseIncident,
  listAdding,
  listLog,
  listQueue,
  noteVisit,
  openBlind,
  openRecord,
  openRoom,
  previewBulk,
  previewDecision,
  readFront,
  refreshRoom,
  reportAgreement,
  SeenElsewhere,
  searchReports,
  undoRecord,
} from './index.ts';

const { dialects, close } = await openDialects();
afterAll(close);

describe.each(dialects)('a reading room in $name', ({ makePlace }) => {
  const open = () => openFires(makePlace());

  it('shows what an archive holds, and lets a person accept what stands without a reason', async () => {
    const { room, fire } = await open();
    expect(room.board.get(fire)).toMatchObject({ figures: { killed: { best: 14 } }, open: 2 });
    const { edition } = await openRecord(room, fire);
    const claims = killedOf(edition.incidents[0])?.readings[0]?.claims ?? [];
    const { hash } = await openRecord(room, fire);
    const request = { action: 'accept', target: `${fire}.killed`, claims } as const;
    await decideRecord(room, 'A. Coder', fire, request, hash);
    expect(room.board.get(fire)).toMatchObject({ open: 1, decided: { by: 'A. Coder' } });
    await room.archive.close();
  });

  it('says what a decision changes before it is kept, and asks a reason for what departs', async () => {
    const { room, fire } = await open();
    const request = { action: 'override', target: `${fire}.killed`, value: 15, reason: 'a list' } as const;
    const changes = await previewDecision(room, 'A. Coder', fire, request);
    expect(changes).toMatchObject([{ attribute: 'Killed', after: '15' }]);
    const { hash } = await openRecord(room, fire);
    const { reason: _reason, ...silent } = request;
    await expect(decideRecord(room, 'A. Coder', fire, silent, hash)).rejects.toThrow('say why');
    const { incident } = await decide(room, fire, request);
    expect(killedOf(incident)).toMatchObject({ best: 15, rule: 'decision' });
    expect((await readFront(room, 'B. Editor')).moved).toMatchObject([{ attribute: 'killed', by: 'A. Coder' }]);
    await noteVisit(room, 'B. Editor', room.seq);
    expect((await readFront(room, 'B. Editor')).moved).toEqual([]);
    await room.archive.close();
  });

  it('warns two people on one record, and overwrites nothing', async () => {
    const { room, fire } = await open();
    const { hash } = await openRecord(room, fire);
    const request = (value: number) =>
      ({ action: 'override', target: `${fire}.killed`, value, reason: 'a list' }) as const;
    await decideRecord(room, 'A. Coder', fire, request(15), hash);
    const second = decideRecord(room, 'B. Coder', fire, request(16), hash);
    await expect(second).rejects.toBeInstanceOf(SeenElsewhere);
    expect(room.board.get(fire)?.figures.killed?.best).toBe(15);
    expect(listLog(room).total).toBe(1);
    await room.archive.close();
  });

  it('keeps every kind of decision in the log that the edition is made from', async () => {
    const { room, fire, other } = await open();
    const { edition } = await openRecord(room, fire);
    const low = killedOf(edition.incidents[0])?.readings.find(
      ({ value }) => value.kind === 'count' && value.anchor === 12,
    );
    const rejected = await decide(room, fire, {
      action: 'reject',
      target: `${fire}.killed`,
      claims: low?.claims ?? [],
    });
    expect(killedOf(rejected.incident)?.readings.find(({ difference }) => difference === 'rejected')).toBeDefined();
    const open_ = await decide(room, fire, { action: 'cannot-tell', target: `${fire}.injured` });
    expect(open_.incident?.attributes.injured).toMatchObject({ best: null, status: 'unknown' });
    const dated = await decide(room, fire, { action: 're-date', target: fire, date: '2031-05-04' });
    expect(dated.incident?.date.value).toBe('2031-05-04');
    const placed = await decide(room, fire, {
      action: 're-place',
      target: fire,
      place: { name: 'Norwick', country: 'US' },
    });
    expect(placed.incident?.place).toMatchObject({ name: 'Norwick', country: 'US', precision: 'city' });
    const noted = await decide(room, fire, { action: 'note', target: fire, reason: 'the hospital was asked' });
    expect(noted.incident?.notes).toMatchObject([{ by: 'A. Coder', text: 'the hospital was asked' }]);
    const [first, second] = edition.articles;
    const copied = await decide(room, fire, {
      action: 'copy-of',
      target: fire,
      reports: { copy: second?.id ?? '', of: first?.id ?? '' },
    });
    expect(copied.record.edition.copies).toMatchObject([{ from: first?.id, to: second?.id, because: ['decision'] }]);
    const merged = await decide(room, fire, { action: 'merge', target: fire, other });
    expect(merged.incident?.articles).toHaveLength(3);
    expect(room.board.has(other)).toBe(false);
    await undoRecord(room, 'A. Coder', merged.kept.decision, '');
    expect(room.board.get(other)?.figures.killed?.best).toBe(5);
    await room.archive.close();
  });

  it('adds a figure by its words, moves words to another incident, and splits', async () => {
    const { room, fire, other } = await open();
    const { edition } = await openRecord(room, other);
    const [article] = edition.articles;
    const start = article?.text.indexOf('began at night') ?? 0;
    const words = { article: article?.id ?? '', start, end: start + 'began at night'.length };
    const added = await decide(room, other, { action: 'add-claim', target: `${other}.missing`, value: 3, words });
    expect(added.incident?.attributes.missing).toMatchObject({ best: 3 });
    const claim = added.edition.claims.find(({ attribute }) => attribute === 'missing');
    expect(claim?.evidence[0]?.quote).toBe('began at night');
    const moved = await decide(room, other, {
      action: 'move',
      target: other,
      claims: [claim?.id ?? ''],
      other: fire,
    });
    expect(moved.incident?.attributes.missing).toBeUndefined();
    expect(room.board.get(fire)?.figures.missing?.best).toBe(3);
    const record = await openRecord(room, fire);
    const [some] = record.edition.claims.filter(
      ({ attribute, incident }) => attribute === 'injured' && incident === fire,
    );
    await decide(room, fire, { action: 'split', target: fire, claims: [some?.id ?? ''] });
    expect(chooseRows(room.board.values(), { words: 'springfield' })).toHaveLength(2);
    await room.archive.close();
  });

  it('keeps no line of what was split off and merged again, or taken back', async () => {
    const { room, fire } = await open();
    const lines = () => [...room.board.keys()].sort();
    const afresh = async () => [...(await openRoom(room.archive)).board.keys()].sort();
    const before = lines();
    const splitOff = async () => {
      const { edition } = await openRecord(room, fire);
      const some = edition.claims.find(({ attribute, incident }) => attribute === 'injured' && incident === fire);
      const { kept } = await decide(room, fire, { action: 'split', target: fire, claims: [some?.id ?? ''] });
      return { kept, part: lines().find((id) => !before.includes(id)) ?? '' };
    };
    const { part } = await splitOff();
    expect(lines()).toEqual(await afresh());
    const { kept: merged } = await decide(room, fire, { action: 'merge', target: fire, other: part });
    expect(lines()).toEqual(before);
    expect(lines()).toEqual(await afresh());
    await undoRecord(room, 'A. Coder', merged.decision, '');
    expect(lines()).toEqual(await afresh());
    expect(lines()).toContain(part);
    await room.archive.close();
  });

  it('gives an incident to one person at a time, and what is asked of them first', async () => {
    const { room, fire, other } = await open();
    const queued = async (who: string) => (await listQueue(room, who)).map(({ row }) => row.id);
    expect(await queued('A. Coder')).toContain(other);
    await leaseIncident(room, 'A. Coder', other);
    expect(await leaseIncident(room, 'B. Coder', other)).toMatchObject({ who: 'A. Coder' });
    expect(await queued('B. Coder')).not.toContain(other);
    await assignIncident(room, 'C. Editor', fire, 'A. Coder');
    expect(await queued('B. Coder')).not.toContain(fire);
    await room.archive.close();
  });

  it('tells what moved when a report comes, and that the ground of a decision changed', async () => {
    const { room, fire } = await open();
    await decide(room, fire, { action: 'override', target: `${fire}.killed`, value: 14 });
    const told: string[] = [];
    room.hub.listen(({ kind }) => void told.push(kind));
    await addReports(room.archive, [report('Springfield', 17, 'hospital', '2031-05-08'), report('Salem', 2, 'police')]);
    await refreshRoom(room);
    expect(room.board.get(fire)?.groundChanged).toMatch(/claims came/);
    expect(told).toContain('added');
    const { moved } = await readFront(room, 'B. Editor');
    expect(moved.some(({ title, attribute }) => attribute === undefined && title.includes('Salem'))).toBe(true);
    const again = await openRoom(room.archive);
    expect([...again.board.values()].sort((a, b) => (a.id < b.id ? -1 : 1))).toEqual(
      [...room.board.values()].sort((a, b) => (a.id < b.id ? -1 : 1)),
    );
    await room.archive.close();
  });

  it('accepts many at once as they were shown, and leaves what changed meanwhile', async () => {
    const { room, fire, other } = await open();
    const preview = await previewBulk(room, {});
    expect(preview.lines.map(({ row }) => row.id).sort()).toEqual([fire, other].sort());
    await decide(room, other, { action: 'override', target: `${other}.killed`, value: 6 });
    const seen = preview.lines.map(({ row, hash }) => ({ incident: row.id, hash }));
    const outcomes = await acceptBulk(room, 'A. Coder', seen);
    expect(outcomes.find(({ incident }) => incident === fire)).toEqual({ incident: fire, accepted: 2 });
    expect(outcomes.find(({ incident }) => incident === other)).toMatchObject({
      accepted: 0,
      refused: expect.stringContaining('was here'),
    });
    expect(room.board.get(fire)?.open).toBe(0);
    await room.archive.close();
  });

  it('adds what is dropped on it, tells how far it is, and says what was set aside', async () => {
    const { room } = await open();
    const states: unknown[] = [];
    const done = new Promise<void>((resolve) =>
      room.hub.listen(({ kind, detail }) => {
        if (kind !== 'progress') return;
        const { state } = detail as { state: string };
        states.push(state);
        if (state === 'done') resolve();
      }),
    );
    const files = [report('Salem', 3, 'police'), { path: 'odd.bin', content: new Uint8Array([0, 1, 2, 3]) }];
    beginAdding(room, 'A. Coder', files);
    await done;
    expect([...new Set(states)]).toEqual(['reading', 'linking', 'done']);
    expect(listAdding(room)[0]).toMatchObject({ kept: 2, articles: 1, who: 'A. Coder' });
    expect(listAdding(room)[0]?.issues?.length).toBeGreaterThan(0);
    expect(chooseRows(room.board.values(), { words: 'salem' })).toHaveLength(1);
    expect(() => checkPasted(['/etc/passwd'])).toThrow('begins with https');
    expect((await searchReports(room, { words: 'salem' })).length).toBe(1);
    await room.archive.close();
  });

  it('has an incident coded blind, measures agreement, and lets a third settle what differs', async () => {
    const { room, fire } = await open();
    const sheet = await openBlind(room, fire);
    expect(sheet.asked).toEqual(['killed', 'injured']);
    expect(sheet.edition).toMatchObject({ claims: [], voices: [], incidents: [{ attributes: {} }] });
    await decide(room, fire, { action: 'override', target: `${fire}.killed`, value: 14 }, 'A. Coder');
    await codeBlind(room, 'B. Coder', fire, { killed: 12, injured: 17 });
    await codeBlind(room, 'C. Coder', fire, { killed: 12, injured: 'unknown' });
    const { whole, disagreements } = await reportAgreement(room);
    expect(whole).toMatchObject({ units: 2, coders: ['A. Coder', 'B. Coder', 'C. Coder'], percent: 1 / 4 });
    expect(disagreements).toMatchObject([
      { attribute: 'killed', codings: [{ value: 12 }, { value: 12 }, { who: 'A. Coder', value: 14 }] },
      { attribute: 'injured', codings: [{ value: 17 }, { value: 'unknown' }] },
    ]);
    const { hash: seen } = await openRecord(room, fire);
    const asked = { incident: fire, attribute: 'killed', value: 12, reason: 'the list', seen };
    await expect(adjudicate(room, 'B. Coder', asked)).rejects.toThrow('you coded this yourself');
    await adjudicate(room, 'D. Adjudicator', asked);
    expect(room.board.get(fire)?.figures.killed?.best).toBe(12);
    const after = await reportAgreement(room);
    expect(after.whole).toEqual(whole);
    expect(after.disagreements.map(({ attribute, adjudicated }) => [attribute, adjudicated?.by])).toEqual([
      ['injured', undefined],
      ['killed', 'D. Adjudicator'],
    ]);
    await room.archive.close();
  });

  it('gives what was corrected as gold: rejected claims out, added ones in, each at its words', async () => {
    const { room, fire, other } = await open();
    const { edition } = await openRecord(room, fire);
    const low = killedOf(edition.incidents[0])?.readings.find(
      ({ value }) => value.kind === 'count' && value.anchor === 12,
    );
    await decide(room, fire, { action: 'reject', target: `${fire}.killed`, claims: low?.claims ?? [] });
    const [article] = (await openRecord(room, other)).edition.articles;
    const start = article?.text.indexOf('began at night') ?? 0;
    const words = { article: article?.id ?? '', start, end: start + 'began at night'.length };
    await decide(room, other, { action: 'add-claim', target: `${other}.missing`, value: 3, words });
    const documents = await gatherGold(room.archive);
    expect(documents).toHaveLength(3);
    for (const { title, text, claims } of documents)
      for (const { start: from, end, quote } of claims) expect(`${title}\n\n${text}`.slice(from, end)).toBe(quote);
    const killed = documents.flatMap(({ claims }) => claims.filter(({ attribute }) => attribute === 'killed'));
    expect(killed.map(({ min }) => min).sort()).toEqual([14, 5]);
    expect(documents.flatMap(({ claims }) => claims)).toContainEqual(
      expect.objectContaining({ attribute: 'missing', min: 3, max: 3, quote: 'began at night' }),
    );
    await room.archive.close();
  });
});
