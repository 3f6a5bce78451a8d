import { describe, expect, it } from 'vitest';
import { readReport } from '../../../test/kits/speech.ts';
import { makeText } from '../../model/index.ts';
import { cutTokens } from '../../text/index.ts';
import { readSpans } from './spans.ts';
import { readTemplates } from './templates.ts';

const report =
  'Guerrillas of the Vereno front blew up an electric power pylon near Varlow with dynamite last night, the army said. ' +
  'Police reported that the terrorists placed the bomb at the base of the pylon. The attack left the town without power.';

function read(value: string) {
  const { tokens, sentences } = cutTokens({
    text: makeText(value),
    blocks: [{ kind: 'body', start: 0, end: value.length }],
  });
  return readTemplates(sentences.items.map(({ first, last }) => tokens.items.slice(first, last)));
}

const fillersOf = (value: string, kind: string) =>
  read(value)
    .filter((template) => template.kind === kind)
    .flatMap(({ fillers }) => fillers.map(({ role, key }) => `${role}: ${key}`));

describe('readTemplates', () => {
  it('tells what was hit and with what', () => {
    const found = fillersOf(report, 'bombing');
    expect(found.some((one) => /^target: .*pylon$/.test(one))).toBe(true);
    expect(found.some((one) => /^weapon: .*(?:dynamite|bomb)$/.test(one))).toBe(true);
  });

  it('reads without capitals, and in capitals alone, much as with them', () => {
    expect(fillersOf(report.toLowerCase(), 'bombing').some((one) => one.startsWith('target:'))).toBe(true);
    expect(fillersOf(report.toUpperCase(), 'bombing').some((one) => one.startsWith('target:'))).toBe(true);
  });

  it('finds no act in a report of none', () => {
    expect(read('The council of Varlow met on Monday to talk about school meals and the new library.')).toEqual([]);
    expect(read('')).toEqual([]);
  });
});

describe('readSpans', () => {
  const sure = (tag: number) => Float32Array.from([0, 1, 2].map((one) => (one === tag ? 8 : -8)));

  it('joins a first token with those that follow it', () => {
    const spans = readSpans({ emissions: [0, 1, 2, 0].map(sure), moves: new Float32Array(9) }, 3, 1);
    expect(spans).toEqual([expect.objectContaining({ role: 0, sentence: 3, first: 1, last: 3 })]);
    expect(spans[0]?.probability).toBeGreaterThan(0.99);
  });

  it('begins no span with a later token', () => {
    const later = Float32Array.from([0, -20, 8]);
    expect(readSpans({ emissions: [later, sure(0)], moves: new Float32Array(9) }, 0, 1)).toEqual([]);
  });
});

describe('claims of roles', () => {
  it('quotes the words, and is never sure a group did it', () => {
    const claims = readReport(report).claims.filter(({ producer }) => producer.rule?.startsWith('roles/'));
    expect(claims.length).toBeGreaterThan(0);
    for (const { evidence } of claims)
      for (const { start, end, quote } of evidence) expect(report.slice(start, end)).toBe(quote);
    const groups = claims.filter(({ producer }) => producer.rule === 'roles/organisation');
    expect(groups.filter(({ modality }) => modality === 'asserted')).toEqual([]);
  });

  it('makes none of an accident', () => {
    const text = 'A bus overturned near Varlow on Monday, killing two passengers. Police said the driver lost control.';
    expect(readReport(text).claims.filter(({ producer }) => producer.rule?.startsWith('roles/'))).toEqual([]);
  });
});
