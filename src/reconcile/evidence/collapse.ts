import { type AttributeReading, type Claim, makeDisjointSets, sortBy } from '../../model/index.ts';
import { foldName } from '../../text/fold.ts';
import type { DuplicateClaims } from './duplicate-claims.ts';
import { type Archive, sourceKeys } from './witnesses.ts';

type Collapsed = NonNullable<AttributeReading['collapsed']>[number];

const kinds: Readonly<Record<string, Collapsed['because']>> = { family: 'copy', author: 'author' };

/**
 * Tell which witnesses of a reading count as one with which other, and what they share: a copy, outlet, wire, author or speaker.
 *
 * Each is collapsed into the first by article id that it shares something with; what is left is the upper bound of
 * independent sources, since ties that no text shows are not seen.
 */
export function writeCollapsed(
  own: readonly Claim[],
  duplicates: DuplicateClaims,
  archive: Archive,
): Pick<AttributeReading, 'collapsed'> {
  const heads = new Map<string, string>();
  const sets = makeDisjointSets();
  const found: Collapsed[] = [];
  for (const claim of sortBy(own, ({ article, id }) => [article, id])) {
    for (const key of sourceKeys(claim, archive)) {
      const head = heads.get(key) ?? claim.article;
      heads.set(key, head);
      if (sets.find(head) === sets.find(claim.article)) continue;
      sets.join(head, claim.article);
      found.push({ article: claim.article, into: head, ...sayShared(key, claim, archive) });
    }
  }
  for (const claim of own) {
    for (const repeat of duplicates.repeats.get(claim.id) ?? []) {
      if (repeat.article !== claim.article)
        found.push({ article: repeat.article, into: claim.article, because: 'copy' });
    }
  }
  const once = new Map(found.map((one) => [`${one.article}|${one.into}|${one.because}`, one]));
  const sorted = sortBy([...once.values()], ({ article, into, because }) => [article, into, because]);
  return sorted.length === 0 ? {} : { collapsed: sorted };
}

function sayShared(key: string, claim: Claim, archive: Archive): Pick<Collapsed, 'because' | 'shared'> {
  const at = key.indexOf(':');
  const [kind, name] = [key.slice(0, at), key.slice(at + 1)];
  const known = kinds[kind];
  if (known === 'copy') return { because: 'copy' };
  if (known !== undefined) return { because: known, shared: name };
  const shared = archive.shared.get(claim.article) ?? [];
  if (!shared.includes(key)) return { because: 'speaker', shared: name };
  const wire = archive.articles.get(claim.article)?.wire;
  return { because: wire !== undefined && foldName(wire) === name ? 'wire' : 'outlet', shared: name };
}
