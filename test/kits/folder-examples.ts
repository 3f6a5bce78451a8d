import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { InMemoryTransport } from '@modelcontextprotocol/client';
import { unzipSync, zipSync } from 'fflate';
import { scoreBCubed } from '../../bench/linking/score.ts';
import { annotate, openGazetteer } from '../../src/annotate/index.ts';
import { clean, defaults as cleanDefaults } from '../../src/clean/index.ts';
import { dataOf, openClient } from '../../src/client/index.ts';
import { extract, defaults as extractDefaults } from '../../src/extract/index.ts';
import { makeApp } from '../../src/http/index.ts';
import { ingest } from '../../src/ingest/index.ts';
import { listFiles, loadData } from '../../src/io/index.ts';
import { link, defaults as linkDefaults } from '../../src/link/index.ts';
import { makeServer } from '../../src/mcp/server.ts';
import {
  type ArticleReading,
  type ClaimValue,
  groupBy,
  isCountRecord,
  makeSpan,
  makeText,
} from '../../src/model/index.ts';
import { read } from '../../src/pipeline/index.ts';
import { publishMarkdown } from '../../src/publish/index.ts';
import {
  addReports,
  ask,
  hashEdition,
  openRoom,
  type Role,
  type Room,
  readEdition,
  scopes,
  searchArchive,
} from '../../src/service/index.ts';
import {
  beginArchive,
  keepSource,
  listEvents,
  listSources,
  openDatabase,
  removeSources,
  searchVersions,
} from '../../src/store/index.ts';
import { cutTokens } from '../../src/text/tokens.ts';
import { findMatches, object, subject, verb } from '../../src/text/trees/index.ts';
import { checkWacz, packWacz, readPageParts } from '../../src/wacz/index.ts';
import { apiHost, makeTestApi } from './api.ts';
import { now, openTestArchive, type towns, writeReport } from './archives.ts';
import { connectAssistant, listQuotes } from './assistant.ts';
import { type InventedReport, reconcileReports } from './invented-reports.ts';
import { prepare, type ReportDraft, readDraft, readDraftSentences } from './report-texts.ts';
import { tellFindings } from './sentences.ts';
import { makeReport, readVoices } from './speech.ts';
import { stageContext } from './stage-inputs.ts';
import { plantTree } from './trees.ts';

/** Runs the code of a folder on the `in` of its README's example; the result must equal the `out`. */
type Runner = (given: never) => unknown;

const gazetteer = openGazetteer(await loadData('gazetteer.tsv.gz'));
const annotated = (text: string) => annotate(makeReport(text), { gazetteer }, stageContext).value;
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

const readFast = (text: string) => read([{ path: 'a.txt', content: text }], { reader: 'fast', now: stageContext.now });

/** Print a value in one line: "12" for exactly 12, "12.." for at least 12, "2031-05-05", a term or a name. */
function spell(value: ClaimValue): string {
  if (value.kind === 'count') return value.max === value.min ? `${value.min}` : `${value.min}..${value.max ?? ''}`;
  if (value.kind === 'date') return value.edtf;
  if (value.kind === 'category') return value.term;
  return value.kind === 'statement' ? value.text : value.name;
}

const spellClaims = ({ claims }: ArticleReading): readonly string[] =>
  claims.map(({ attribute, value, scope, attribution, evidence }) =>
    [
      `${attribute} ${spell(value)}`,
      ...(scope === 'unstated' ? [] : [scope]),
      ...(attribution === undefined ? [] : [`by ${attribution.speaker}`]),
      `"${evidence.map(({ quote }) => quote).join(' … ')}"`,
    ].join(', '),
  );

type Towns = readonly (readonly [keyof typeof towns, number])[];

/** Open a room on reports of fires in towns. */
async function openTowns(reports: Towns): Promise<{ readonly room: Room; readonly close: () => Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), 'variorum-towns-'));
  const archive = await openTestArchive(join(folder, 'archive'));
  await addReports(
    archive,
    reports.map(([town, killed], at) => ({ path: `${at}.json`, content: writeReport(town, killed) })),
  );
  const close = async (): Promise<void> => {
    await archive.close();
    rmSync(folder, { recursive: true });
  };
  return { room: await openRoom(archive), close };
}

/** For each folder whose example can be run quickly, how to run it. */
export const folderRunners: Readonly<Record<string, Runner>> = {
  'src/model': ({ text, start, end }: { text: string; start: number; end: number }) =>
    makeSpan(makeText(text), start, end).quote,
  'src/text': (text: string) =>
    cutTokens(makeReport(text))
      .tokens.items.map(({ form, lemma }) => `${form}/${lemma}`)
      .join(' '),
  'src/text/trees': (lines: string) =>
    findMatches(plantTree(lines), verb('kill').with(subject('killer'), object('victim'))).map(
      ({ captures: { killer, victim } }) => `killer = ${killer.form}, victim = ${victim.form}`,
    ),
  'src/ingest': (html: string) =>
    ingest({ bytes: bytesOf(html) }).value.map(({ text, segments, fields }) => ({
      segments: segments.map(({ tag, start, end }) => `${tag}: ${text.value.slice(start, end)}`),
      fields: fields.map(({ name, value }) => `${name}: ${value}`),
    }))[0],
  'src/clean': (text: string) => {
    const [page] = ingest({ bytes: bytesOf(text) }).value;
    const article = page && clean(page, cleanDefaults, stageContext).value;
    return article?.blocks.map(({ kind, start, end }) => `${kind}: ${article.text.value.slice(start, end)}`);
  },
  'src/annotate/quantities': (text: string) =>
    annotated(text).quantities.items.map(
      ({ quantity, value, start, end }) => `${text.slice(start, end)} = ${quantity} ${spell(value)}`,
    ),
  'src/annotate/times': ({ text, published }: { text: string; published: string }) =>
    prepare({ text, published }).annotations.times.items.map(
      ({ start, end, reference, value }) => `${text.slice(start, end)} = ${reference.kind}, ${value?.edtf}`,
    ),
  'src/annotate/places': (text: string) =>
    annotated(text).places.items.map(
      ({ name, value }) => `${name} = ${value?.level}, ${value?.state}, ${value?.country}`,
    ),
  'src/annotate/names': (text: string) =>
    annotated(text).names.items.map(({ name, type, key }) => `${name} = ${type}, key ${key}`),
  'src/extract': (text: string) => spellClaims(extract(prepare({ text }), extractDefaults, stageContext).value),
  'src/extract/constructions': (text: string) => tellFindings(text),
  'src/extract/predicates': (text: string) => tellFindings(text),
  'src/extract/counts': (text: string) => spellClaims(readDraft({ text })),
  'src/extract/coreference': (text: string) => {
    const persons = readDraft({ text }).claims.flatMap(({ person, evidence }) =>
      person === undefined ? [] : [{ key: person.key, words: evidence[0]?.quote }],
    );
    return [...groupBy(persons, ({ key }) => key).values()].map((person) => person.map(({ words }) => words));
  },
  'src/extract/statements': (text: string) =>
    spellClaims(readDraft({ text })).filter((claim) => claim.startsWith('reason')),
  'src/extract/people': (text: string) =>
    readDraftSentences({ text }).flatMap(({ groups, view: { tokens } }) =>
      groups.map(({ first, last, count, age }) => {
        const words = text.slice(tokens[first]?.start, tokens[last - 1]?.end);
        return [`${words} = ${count && spell(count)}`, ...(age === undefined ? [] : [`aged ${age}`])].join(', ');
      }),
    ),
  'src/extract/roles': (text: string) =>
    spellClaims(readDraft({ text })).filter((claim) => /^(?:perpetrator|target|weapon)/.test(claim)),
  'src/extract/scenes': (text: string) =>
    readDraft({ text }).mentions.map(
      ({ main, type, evidence }) =>
        `${main ? 'main' : 'background'} ${type}, ${evidence.map(({ start, end }) => text.slice(start, end)).join(' … ')}`,
    ),
  'src/extract/when-where': (draft: ReportDraft) =>
    readDraft(draft).mentions.map(({ when, where }) => ({ day: when[0]?.value?.edtf, place: where[0]?.name })),
  'src/extract/attribution': (text: string) => readVoices(text),
  'src/link': (drafts: readonly { text: string; published: string }[]) => {
    const linked = link(drafts.map(readDraft), linkDefaults, stageContext).value;
    return {
      stories: linked.stories.length,
      incidents: linked.incidents.map(({ title, mentions }) => `${title}: ${mentions.length} mentions`),
    };
  },
  'src/reconcile': (reports: readonly InventedReport[]) => {
    const { low, best, high, status, why } = reconcileReports(reports);
    return { low, best, high, status, why };
  },
  'src/publish': async (text: string) =>
    publishMarkdown(await readFast(text))
      .split('\n')
      .filter((line) => line.includes('12')),
  'src/pipeline': async (text: string) => {
    const { articles, claims, incidents, issues } = await readFast(text);
    return {
      articles: articles.length,
      incidents: incidents.map(({ title }) => title),
      claims: claims.map(({ attribute, value }) => `${attribute} ${spell(value)}`),
      issues: issues.map(({ code }) => code),
    };
  },
  'src/store': async (drafts: readonly { path: string; text: string }[]) => {
    const folder = mkdtempSync(join(tmpdir(), 'variorum-store-'));
    const database = await openDatabase(join(folder, 'archive'), { create: true });
    const who = { who: 'somebody', at: stageContext.now };
    await database.write((tx) => beginArchive(tx, '{}', who.who, who.at));
    const ids: string[] = [];
    for (const { path, text } of drafts) {
      const id = await database.blobs.put(bytesOf(text));
      const origin = { url: null, origin: '{}', how: 'path', headers: null, inside: null, blocks: bytesOf(''), ...who };
      const version = { article: id, text_id: id, address: null, outlet: null, headline: '', published: null, text };
      const reading = { reader: 'none', content: bytesOf('') };
      const source = { kind: 'add', id, bytes: text.length, path, ...origin, versions: [version], reading } as const;
      await database.write((tx) => keepSource(tx, database, source));
      ids.push(id);
    }
    const events = (await database.read(listEvents)).map(({ kind }) => kind);
    const hits = await searchVersions(database, { phrases: [['flood']], limit: 1 });
    const found = hits.map(({ source }) => drafts[ids.indexOf(source)]?.path);
    await database.write((tx) => removeSources(tx, database, ids, { ...who, reason: 'an example' }));
    const rows = await database.read((db) => listSources(db, 0));
    await database.close();
    rmSync(folder, { recursive: true });
    return { events, found, removed: rows.length === 0 ? 'tombstone' : 'nothing' };
  },
  'src/service': async (drafts: readonly { town: keyof typeof towns; killed: number; by: string }[]) => {
    const folder = mkdtempSync(join(tmpdir(), 'variorum-service-'));
    const archive = await openTestArchive(join(folder, 'archive'));
    const inputs = drafts.map(({ town, killed, by }) => ({
      path: `${by}.json`,
      content: writeReport(town, killed, by, killed === 12 ? '2031-05-06' : '2031-05-07'),
    }));
    const added = await addReports(archive, inputs);
    const { edition, hash } = await readEdition(archive);
    const found = await searchArchive(archive, { words: 'officials mill' });
    await archive.close();
    rmSync(folder, { recursive: true });
    const killed = edition.incidents[0]?.attributes.killed;
    const fresh = await read(inputs, { reader: 'fast', now });
    return {
      added: added.kept,
      articles: edition.articles.length,
      found: found.length,
      killed: killed !== undefined && isCountRecord(killed) ? killed.best : null,
      sameAsFresh: hash === (await hashEdition(fresh)),
    };
  },
  'src/http': async ({ role, asks }: { role: Role; asks: readonly string[] }) => {
    const folder = mkdtempSync(join(tmpdir(), 'variorum-http-'));
    const archive = await openTestArchive(join(folder, 'archive'));
    const asker = { person: { name: 'A. Coder', role }, key: 'a', scopes };
    const nobody = async () => undefined;
    const find = async () => ({ ...asker, how: 'browser' as const, csrf: 'x' });
    const sessions = { enter: nobody, findToken: nobody, find };
    const assets = { script: '', style: '' };
    const options = { sessions, assets, hosts: new Set(['room']), name: 'archive', complain: () => undefined };
    const app = makeApp({ room: await openRoom(archive), ...options });
    const answers: Record<string, number> = {};
    for (const ask of asks) {
      const [method = '', path = ''] = ask.split(' ');
      const headers = { host: 'room', cookie: 'variorum=x', 'x-variorum-csrf': 'x' };
      answers[ask] = (await app.request(`http://room/room/api${path}`, { method, headers })).status;
    }
    await archive.close();
    rmSync(folder, { recursive: true });
    return answers;
  },
  'src/client': async ({ reports, find }: { reports: readonly [keyof typeof towns, number][]; find: string }) => {
    const folder = mkdtempSync(join(tmpdir(), 'variorum-client-'));
    const archive = await openTestArchive(join(folder, 'archive'));
    await addReports(
      archive,
      reports.map(([town, killed], at) => ({ path: `${at}.json`, content: writeReport(town, killed) })),
    );
    const { send } = makeTestApi(await openRoom(archive));
    const client = openClient({ url: `http://${apiHost}`, token: 'reader', fetch: send });
    const { items } = await dataOf(client.GET('/incidents', { params: { query: { words: find } } }));
    const path = { incident: items[0]?.id ?? '' };
    const { figures } = await dataOf(client.GET('/incidents/{incident}/readings', { params: { path } }));
    await archive.close();
    rmSync(folder, { recursive: true });
    return {
      found: items.length,
      killed: items[0]?.figures.killed?.best,
      quote: figures[0]?.readings[0]?.quotes[0]?.evidence[0]?.quote,
    };
  },
  'src/mcp': async ({ reports, tool, given }: { reports: Towns; tool: string; given: Record<string, string> }) => {
    const { room, close } = await openTowns(reports);
    const [mine, theirs] = InMemoryTransport.createLinkedPair();
    await makeServer({ room, who: 'R. Ames', roots: [], mayPropose: false }, () => undefined).connect(theirs);
    const assistant = await connectAssistant(mine);
    const { structured } = await assistant.call(tool, given);
    await assistant.close();
    await close();
    const [value] = structured.values as readonly { words: string }[];
    const [quote] = listQuotes(structured).quotes;
    const told = { quote: quote?.quote, start: quote?.start, report: quote?.address };
    return { status: structured.status, words: value?.words, ...told };
  },
  'src/service/ask': async ({ reports, questions }: { reports: Towns; questions: readonly string[] }) => {
    const { room, close } = await openTowns(reports);
    const told: (string | undefined)[] = [];
    for (const question of questions) {
      const answer = await ask(room, question);
      told.push(answer.status === 'answered' ? answer.figures[0]?.words : answer.reason);
    }
    await close();
    return told;
  },
  'src/wacz': async ({ page, spoil }: { page: string; spoil: string }) => {
    const [bytes, at] = [bytesOf(page), stageContext.now];
    const exchange = { url: 'https://ledger.example/fire', at, sent: [], status: 200, statusText: 'OK', headers: [] };
    const { title } = readPageParts(page, exchange.url);
    const captured = { asked: exchange.url, url: exchange.url, at, mediaType: 'text/html', bytes, media: [] };
    const pages = [{ ...captured, exchanges: [{ ...exchange, body: bytes }] }];
    const packed = await packWacz({ pages, missed: [], who: 'R. Ames', at, software: 'Variorum' });
    const { files, records } = await checkWacz(packed);
    const spoiled = zipSync({ ...unzipSync(packed), [spoil]: bytesOf('other bytes') });
    const wrong = (await checkWacz(spoiled)).mismatches.map(({ subject }) => subject);
    return { files, records, title, wrong: [...new Set(wrong)] };
  },
  bench: ({ truth, found }: { truth: readonly string[]; found: readonly string[] }) => {
    const { precision, recall, f1 } = scoreBCubed(truth, found);
    return { precision, recall: Number(recall.toFixed(2)), f1: Number(f1.toFixed(2)) };
  },
  'src/io': async (path: string) => (await listFiles([path])).files.map((file) => file.path),
};
