import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { link } from '../../src/link/index.ts';
import { type ArticleReading, compareText, defined, type Linked } from '../../src/model/index.ts';
import { defaults, readEach } from '../../src/pipeline/index.ts';
import { readMeantime } from '../claims/sources.ts';
import { type Cluster, scoreClusters } from '../reader/clusters.ts';
import { readTar } from '../run/tar.ts';
import { scoreBCubed } from './score.ts';

const context = { now: '2033-01-01T00:00:00Z', seed: 0 };

/** Words for events of the kinds that Variorum reads; MEANTIME's other events (sales, talks, share prices) are left out. */
const ours =
  /^(?:crash\w*|kill\w*|attack\w*|die[ds]?|dead|deaths?|shoot\w*|shot|bomb\w*|fires?|explo\w*|accidents?|disasters?|collision|collid\w*|hijack\w*|murder\w*|wound\w*|injur\w*|blast|earthquake|tsunami|quake|flood\w*|hurricane)$/iu;
/** Words that show a crash or plunge to be one of markets. */
const market = /stock|market|share|dow|nasdaq|sales|price/iu;

/** A mention of an event in the corpus: its words, the event it refers to, and its place. */
interface GoldMention {
  readonly article: string;
  readonly event: string;
  readonly words: string;
  /** The sentence that contains it, tokens joined by spaces. */
  readonly sentence: string;
  /** Which of the equal words in the sentence it is, from 0. */
  readonly nth: number;
}

interface Token {
  readonly id: string;
  readonly sentence: string;
  readonly form: string;
}

function readTokens(xml: string): readonly Token[] {
  return [...xml.matchAll(/<token ([^>]*)>([^<]*)<\/token>/g)].map(([, tag = '', form = '']) => ({
    id: /t_id="(\d+)"/.exec(tag)?.[1] ?? '',
    sentence: /sentence="(\d+)"/.exec(tag)?.[1] ?? '',
    form: form.replaceAll('&amp;', '&'),
  }));
}

function idsIn(tag: string): readonly string[] {
  return [...tag.matchAll(/(?:t_id|m_id)="(\d+)"/g)].map(([, id = '']) => id);
}

/** Find the event that each mention refers to; a mention without one in the corpus is an event of its own. */
function readEvents(xml: string): ReadonlyMap<string, string> {
  const instances = new Map<string, string>();
  for (const [, tag = ''] of xml.matchAll(/<EVENT ([^>]*?)\/?>/g)) {
    const [mention, instance] = [/m_id="(\d+)"/.exec(tag)?.[1], /instance_id="([^"]+)"/.exec(tag)?.[1]];
    if (mention !== undefined && instance !== undefined) instances.set(mention, instance);
  }
  const events = new Map<string, string>();
  for (const [, body = ''] of xml.matchAll(/<REFERS_TO[^>]*>(.*?)<\/REFERS_TO>/gs)) {
    const target = /<target m_id="(\d+)"/.exec(body)?.[1] ?? '';
    for (const [, source = ''] of body.matchAll(/<source m_id="(\d+)"/g)) {
      const instance = instances.get(target);
      if (instance !== undefined) events.set(source, instance);
    }
  }
  return events;
}

function readMentions(article: string, xml: string): readonly GoldMention[] {
  const tokens = readTokens(xml);
  const byId = new Map(tokens.map((token, at) => [token.id, at]));
  const events = readEvents(xml);
  return [...xml.matchAll(/<EVENT_MENTION ([^>]*?)>(.*?)<\/EVENT_MENTION>/gs)].flatMap(([, tag = '', body = '']) => {
    const anchors = idsIn(body).flatMap((id) => byId.get(id) ?? []);
    const [first] = anchors;
    const id = idsIn(tag)[0] ?? '';
    const token = first === undefined ? undefined : tokens[first];
    if (first === undefined || token === undefined) return [];
    const words = anchors.map((at) => tokens[at]?.form ?? '').join(' ');
    const sentence = tokens.filter((each) => each.sentence === token.sentence);
    const nth = tokens
      .slice(0, first)
      .filter((each) => each.sentence === token.sentence && each.form === token.form).length;
    const told = sentence.map(({ form }) => form).join(' ');
    return { article, event: events.get(id) ?? `${article} ${id}`, words, sentence: told, nth };
  });
}

/** Find a gold mention in a text that we read. Spaces are ignored: the text has those of print, the corpus one between all tokens. */
function findPlace(text: string, { sentence, words, nth }: GoldMention): number {
  const letters = (value: string): string => value.replaceAll(/\s+/g, '');
  const places: number[] = [];
  let bare = '';
  for (const [at, letter] of [...text].entries()) {
    if (/\s/.test(letter)) continue;
    bare += letter;
    for (let unit = 0; unit < letter.length; unit += 1) places.push(at);
  }
  const start = bare.indexOf(letters(sentence));
  if (start < 0) return -1;
  const word = words.split(' ')[0] ?? '';
  let found = start - 1;
  for (let turn = 0; turn <= nth; turn += 1) found = bare.indexOf(word, found + 1);
  return found < 0 ? -1 : (places[found] ?? -1);
}

/** Label a gold mention with the incident whose mention contains it; of several the one with the shortest mention. */
function labelMention(mention: GoldMention, reading: ArticleReading | undefined, linked: Linked, at: number): string {
  const place = reading === undefined ? -1 : findPlace(reading.article.text.value, mention);
  const holding = (reading?.mentions ?? [])
    .flatMap(({ id, evidence }) => evidence.map((range) => ({ id, ...range })))
    .filter(({ start, end }) => start <= place && place < end)
    .sort((x, y) => x.end - x.start - (y.end - y.start) || compareText(x.id, y.id));
  const [own] = holding;
  return linked.incidents.find(({ mentions }) => own !== undefined && mentions.includes(own.id))?.id ?? `none ${at}`;
}

function gather(labels: readonly string[]): readonly Cluster[] {
  const groups = new Map<string, Set<string>>();
  labels.forEach((label, at) => {
    groups.set(label, (groups.get(label) ?? new Set()).add(String(at)));
  });
  return [...groups.values()];
}

/** Link the 120 articles of MEANTIME in one run, and score the events of our kinds against the corpus's events across documents. */
export async function evaluateMeantime(path: string): Promise<string> {
  const gold: GoldMention[] = [];
  for (const [name, xml] of readTar(gunzipSync(readFileSync(path)))) {
    if (!name.includes('intra_cross-doc_annotation') || !name.endsWith('.xml') || /\/\._/.test(name)) continue;
    gold.push(...readMentions(name.slice(name.lastIndexOf('/') + 1, -'.xml'.length), xml));
  }
  const reports = readMeantime(path);
  const inputs = [...reports].map(([id, { title, text, published }]) => ({
    path: `${id}.json`,
    content: JSON.stringify({ title, text, ...defined({ date_publish: published }) }),
  }));
  const readings = new Map<string, ArticleReading>();
  for await (const part of readEach(inputs, { now: context.now })) {
    for (const reading of part.readings) readings.set((part.path ?? '').replace(/\.json$/, ''), reading);
  }
  const { value } = link([...readings.values()], defaults.link, context);
  const own = gold.filter(({ words, sentence }) => ours.test(words.split(' ')[0] ?? '') && !market.test(sentence));
  const truth = own.map(({ event }) => event);
  const found = own.map((mention, at) => labelMention(mention, readings.get(mention.article), value, at));
  const across = value.incidents.filter(({ articles }) => articles.length > 1).length;
  return tell({ gold, own, truth, found, across });
}

function tell(scored: {
  readonly gold: readonly GoldMention[];
  readonly own: readonly GoldMention[];
  readonly truth: readonly string[];
  readonly found: readonly string[];
  readonly across: number;
}): string {
  const { gold, own, truth, found, across } = scored;
  const { precision, recall, f1 } = scoreBCubed(truth, found);
  const conll = scoreClusters([{ gold: gather(truth), found: gather(found) }]);
  const shared = (mentions: readonly GoldMention[]): number => {
    const articles = new Map<string, Set<string>>();
    for (const { event, article } of mentions) {
      articles.set(event, (articles.get(event) ?? new Set()).add(article));
    }
    return [...articles.values()].filter(({ size }) => size > 1).length;
  };
  const missed = found.filter((label) => label.startsWith('none ')).length;
  return (
    `\nmeantime: ${own.length} of ${gold.length} event mentions are of our kinds, ${missed} of them in no incident of ours; ` +
    `events of two articles or more: ${shared(gold)}, of our kinds ${shared(own)}; our incidents of two articles or more: ${across}\n` +
    `B-cubed P ${precision.toFixed(3)}  R ${recall.toFixed(3)}  F1 ${f1.toFixed(3)}; ` +
    `MUC ${conll.muc.toFixed(1)}  B3 ${conll.b3.toFixed(1)}  CEAFe ${conll.ceafe.toFixed(1)}  CoNLL ${conll.conll.toFixed(1)}\n`
  );
}
