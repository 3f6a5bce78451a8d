import type { ActorMention, Article, NameMention } from '../model/index.ts';
import type { Utterance } from './attribution/index.ts';
import { readPerpetrators } from './terms/perpetrators.ts';
import type { SentenceView } from './view.ts';

/**
 * Gather the organisations an article ties to violence, each with every form of its name.
 *
 * Only armed groups known as such, or that claim responsibility, are published as actors; nobody is called guilty.
 */
export function gatherActors(
  article: Article,
  names: readonly NameMention[],
  views: readonly SentenceView[],
  utterances: readonly Utterance[],
): readonly ActorMention[] {
  // The forces of a state are no armed group: that they are named as doers makes no party's figures of what they say.
  const groups = readPerpetrators(views).filter(({ isSide }) => !isSide);
  const involved = new Set(groups.map((found) => found.actor.key));
  for (const { responsibility, stance, speaker } of utterances) {
    if (responsibility && stance === 'claims' && speaker.key !== undefined) involved.add(speaker.key);
  }
  const named = new Map<string, NameMention[]>();
  for (const name of names) {
    if (name.type === 'organisation' && (involved.has(name.key) || name.rule === 'known-actor'))
      named.set(name.key, [...(named.get(name.key) ?? []), name]);
  }
  return [...named.entries()]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, mentions]) => ({
      article: article.id,
      type: 'organisation',
      name: key,
      aliases: [...new Set(mentions.map((mention) => mention.name))].sort(),
      ranges: mentions.map(({ start, end }) => ({ start, end })),
      involved: involved.has(key),
    }));
}
