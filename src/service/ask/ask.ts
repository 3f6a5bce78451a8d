import words from '../../../data/ask-words.json' with { type: 'json' };
import { attributeTable, defined, type Edition } from '../../model/index.ts';
import { cutRecord, type RecordQuery } from '../query/incident.ts';
import { NotThere } from '../query/page.ts';
import type { BoardRow } from '../room/board.ts';
import type { Room } from '../room/room.ts';
import { chooseIncidents } from './choose.ts';
import { findDay, findDoer, findPlace, findReadings, findSpeakers } from './facts.ts';
import { findFigure } from './figures.ts';
import { parseQuestion } from './parse.ts';
import type { Question } from './question.ts';
import type { Found } from './record-figures.ts';
import { type Abstained, type Answer, type AnswerFigure, abstain } from './shapes.ts';
import { phrasePattern } from './words.ts';

/** Incidents looked at where several fit a question alike: they may all say the same. */
const mostAlike = 4;
const mostNamed = 8;
const claiming = new RegExp(phrasePattern(words.claiming), 'iu');

/**
 * Answer a question by looking it up in the claims of an archive: "How many were killed in the Norwick mill fire as of 7 May 2031, according to police?"
 *
 * Every figure comes with its words, their place in the report and the report's address; names are veiled. Where the question is not of a kind
 * that records answer, names no incident or several, or asks what nobody states, there is no answer but the reason. No language model is asked.
 * `query` holds unless the question names a policy or a day of its own. Throws RequestError for a policy or time there is not.
 */
export async function ask(room: Room, text: string, query: RecordQuery = {}): Promise<Answer> {
  const question = parseQuestion(text);
  if ('misfit' in question) return abstain('not-of-this-kind', `This cannot be looked up: ${question.misfit}.`);
  const asked = {
    ...question,
    ...defined({ policy: question.policy ?? query.policy, asOf: question.asOf ?? query.asOf }),
  };
  const { incidents, isVague } = await chooseIncidents(room, asked);
  const candidates = incidents.slice(0, mostNamed).map(({ id, title }) => ({ id, title }));
  if (incidents.length === 0)
    return abstain('no-such-incident', 'No incident of this archive is known by these words.');
  const isOnly = [...room.board.values()].filter(({ main }) => main).length === 1;
  if ((isVague && !isOnly) || incidents.length > mostAlike)
    return abstain('ambiguous-incident', 'Several incidents may be meant; say where or when it was.', candidates);
  const answers = [];
  for (const row of incidents) answers.push(await answerOf(room, row, asked, claiming.test(text)));
  return settle(answers, candidates);
}

/** Of several incidents that fit alike an answer is only what all of them say. */
function settle(answers: readonly Answer[], candidates: Abstained['candidates']): Answer {
  const answered = answers.filter((answer) => answer.status === 'answered');
  const [first] = answered;
  if (first === undefined) return answers[0] ?? abstain('no-such-incident', 'There is no such incident.');
  const isSame = answered.every((answer) => keyOf(answer.figures) === keyOf(first.figures));
  if (answered.length === answers.length && isSame) return first;
  return abstain('ambiguous-incident', 'Several incidents may be meant; say where or when it was.', candidates);
}

const keyOf = ([first]: readonly AnswerFigure[]): string => String(first?.number ?? first?.words);

async function answerOf(room: Room, row: BoardRow, question: Question, isClaimed: boolean): Promise<Answer> {
  const { policy, asOf, kind, attribute } = question;
  const { id, title } = row;
  const cut = await cutKnown(room, id, defined({ policy, asOf }));
  if (cut === undefined) return abstain('not-known-then', `Nothing was reported of it by ${asOf}.`, [{ id, title }]);
  const found = lookUp(cut, question, isClaimed);
  if ('status' in found) return { ...found, candidates: [{ id, title }] };
  const label = attribute === undefined ? '' : `, ${attributeTable[attribute].label.toLowerCase()}`;
  const then = asOf === undefined ? '' : `, as of ${asOf}`;
  return {
    ...{ status: 'answered', kind, incident: { id, title }, policy: cut.config.policy, figures: found.figures },
    ...defined({ attribute, asOf }),
    sentence: `${title}${label}${then}: ${found.says}. ${sayQuote(found.figures)}`,
  };
}

async function cutKnown(room: Room, incident: string, query: RecordQuery): Promise<Edition | undefined> {
  try {
    return (await cutRecord(room, incident, query)).edition;
  } catch (error) {
    if (error instanceof NotThere) return undefined;
    throw error;
  }
}

function lookUp(edition: Edition, question: Question, isClaimed: boolean): Found | Abstained {
  const [incident] = edition.incidents;
  if (incident === undefined) return abstain('no-such-incident', 'There is no such incident.');
  switch (question.kind) {
    case 'when':
      return findDay(edition, incident);
    case 'where':
      return findPlace(edition, incident);
    case 'who-did':
      return findDoer(edition, incident, isClaimed);
    case 'who-said':
      return findSpeakers(edition, question);
    case 'disagree':
      return findReadings(edition, question);
    case 'figure':
      return findFigure(edition, question);
  }
}

/** Quote the first words of an answer with their report: “at least 12 people” (police, Norwick Courier, 2031-05-07). */
function sayQuote([first]: readonly AnswerFigure[]): string {
  const [quote] = first?.quotes ?? [];
  if (quote === undefined) return '';
  const { speaker, report, evidence } = quote;
  const words = evidence
    .map((one) => one.quote)
    .join(' … ')
    .replace(/\s+/g, ' ');
  const who = [speaker, report.outlet ?? report.path, report.day].filter((part) => part !== undefined).join(', ');
  return `“${words}”${who === '' ? '' : ` (${who})`}`;
}
