import { describe, expect, it } from 'vitest';
import { viewSentence } from '../../test/kits/views.ts';
import { findObject, findReflexive, findSubject, frameVerb, groupBefore, isReducedPassive } from './arguments.ts';
import type { RuleInput } from './finding.ts';
import { type PeoplePhrase, readGroups } from './people/index.ts';

function inputOf(text: string, kind: 'body' | 'headline' = 'body'): RuleInput {
  const view = viewSentence(text, kind);
  return { view, groups: readGroups(view) };
}

/** Give the token index of a word; throws where the sentence lacks it, for then the test tests nothing. */
function indexOf({ view }: RuleInput, word: string): number {
  const at = view.tokens.findIndex((token) => token.form === word);
  if (at < 0) throw new Error(`no token ${word}`);
  return at;
}

function wordsOf({ view }: RuleInput, groups: readonly PeoplePhrase[]): readonly string[] {
  return groups.map(({ first, last }) =>
    view.tokens
      .slice(first, last)
      .map(({ form }) => form)
      .join(' '),
  );
}

describe('frameVerb', () => {
  function frame(text: string, verb: string): string {
    const input = inputOf(text);
    const { start, passive, finiteAuxiliary, words } = frameVerb(input.view, indexOf(input, verb));
    return `${input.view.tokens[start]?.form} ${passive ? 'passive' : 'active'}${finiteAuxiliary ? ' finite' : ''} [${words.join(' ')}]`;
  }

  it.each([
    ['Two men were killed.', 'killed', 'were passive finite [were]'],
    ['Two men had been fatally shot.', 'shot', 'had passive finite [had been fatally]'],
    ['Two men were shot and killed.', 'killed', 'were passive finite [were]'],
    ['A gunman killed two men.', 'killed', 'killed active []'],
    ['A gunman stabbed and killed two men.', 'killed', 'stabbed active []'],
    ['A gunman has killed two men.', 'killed', 'has active finite [has]'],
    ['Two men were not killed.', 'killed', 'were passive finite [were not]'],
    ['Two men were in a car when a shell killed a guard.', 'killed', 'killed active []'],
  ])('%s (%s)', (text, verb, expected) => {
    expect(frame(text, verb)).toBe(expected);
  });
});

describe('findSubject', () => {
  function subject(text: string, verb: string): readonly string[] {
    const input = inputOf(text);
    return wordsOf(input, findSubject(input, frameVerb(input.view, indexOf(input, verb)).start));
  }

  it.each([
    ['Two men were killed.', 'killed', ['Two men']],
    ['Two men and a girl were killed.', 'killed', ['Two men', 'a girl']],
    ['Two men standing near the guards were killed.', 'killed', ['Two men']],
    ['A woman said that two men were killed.', 'killed', ['two men']],
    ['The man who was killed had fled.', 'killed', ['The man']],
    ['He fled after two men were killed.', 'killed', ['two men']],
    ['A group of guards were killed.', 'killed', ['guards']],
    ['Two of the guards were killed.', 'killed', ['Two of the guards']],
  ])('finds whom the verb is said of: %s', (text, verb, expected) => {
    expect(subject(text, verb)).toEqual(expected);
  });

  it('finds nobody where nobody stands before the verb', () => {
    expect(subject('Shops were burned and two men fled.', 'burned')).toEqual([]);
    expect(subject("The guard's dog was killed.", 'killed')).toEqual([]);
  });
});

describe('findObject', () => {
  function object(text: string, verb: string): readonly string[] {
    const input = inputOf(text);
    return wordsOf(input, findObject(input, indexOf(input, verb) + 1));
  }

  it.each([
    ['A gunman killed two men.', 'killed', ['two men']],
    ['A gunman killed two men and a girl.', 'killed', ['two men', 'a girl']],
    ['A shell landed, killing about 20 people.', 'killing', ['about 20 people']],
    ['A shell hit, killing three and two others were hurt.', 'killing', ['three']],
    ['The gunman killed himself and two others.', 'killed', ['two others']],
  ])('finds whom it is done to: %s', (text, verb, expected) => {
    expect(object(text, verb)).toEqual(expected);
  });

  it.each([
    ['Two men were killed by a gunman.', 'killed'],
    ['A shell killed, a guard said.', 'killed'],
    ["He shot a guard's dog.", 'shot'],
    ['Two men were killed.', 'killed'],
  ])('takes nobody across a preposition, a mark or a possessive: %s', (text, verb) => {
    expect(object(text, verb)).toEqual([]);
  });
});

describe('findReflexive', () => {
  function self(text: string, pronoun: string): readonly string[] {
    const input = inputOf(text);
    return wordsOf(input, findReflexive(input, indexOf(input, pronoun), pronoun));
  }

  it('finds who did it, not whom it was done to first', () => {
    expect(self('A man shot his wife before killing himself.', 'himself')).toEqual(['A man']);
    expect(self('The gunman killed two men, then shot himself.', 'himself')).toEqual(['The gunman']);
  });

  it('keeps to the sex and the number the pronoun tells', () => {
    expect(self('A woman shot herself.', 'herself')).toEqual(['A woman']);
    expect(self('A woman told how a boy shot himself.', 'himself')).toEqual(['a boy']);
    expect(self('Two men fought until one fled by himself.', 'himself')).toEqual(['one']);
    expect(self('Two women shot himself.', 'himself')).toEqual([]);
  });
});

describe('groupBefore, isReducedPassive', () => {
  it('finds the people right before a word, over adverbs', () => {
    const input = inputOf('Two critically hurt after blast', 'headline');
    expect(
      wordsOf(
        input,
        [groupBefore(input, indexOf(input, 'hurt'))?.group].filter((group) => group !== undefined),
      ),
    ).toEqual(['Two']);
    const apart = inputOf('Two men near the mill hurt a guard.');
    expect(groupBefore(apart, indexOf(apart, 'hurt'))).toBeUndefined();
  });

  it('tells "two shot" from "two shot a guard"', () => {
    const passive = inputOf('Two men shot in Harrowgate', 'headline');
    expect(isReducedPassive(passive, indexOf(passive, 'shot'))).toBe(true);
    const active = inputOf('Two men shot a guard in Harrowgate', 'headline');
    expect(isReducedPassive(active, indexOf(active, 'shot'))).toBe(false);
  });
});
