import { type Article, defined, type Page, type PageField } from '../../model/index.ts';
import { simplify } from '../piece.ts';
import { hostOf, originalAddress } from './address.ts';
import { stripSite } from './headline.ts';

type Chosen = Pick<Article, 'headline' | 'outlet' | 'wire'>;
type Statements = Pick<Article, 'section' | 'canonical' | 'syndicated' | 'stated'>;

const mostStated = 12;

/** Keep what the page's fields state beside what was chosen: section, own address, first publication, and every conflict. */
export function keepStatements(page: Page, chosen: Chosen): Statements {
  const { fields } = page;
  const section = fields.find(({ name }) => name === 'section')?.value;
  const canonical = findCanonical(page);
  const syndicated = [...new Set(fields.flatMap(({ name, value }) => (name === 'syndicated' ? [value] : [])))];
  const stated = findConflicts(fields, chosen);
  return {
    ...defined({ section, canonical }),
    ...(syndicated.length === 0 ? {} : { syndicated }),
    ...(stated.length === 0 ? {} : { stated }),
  };
}

/** A canonical link to another host is a sign that the report was first published there. */
function findCanonical({ fields, source }: Page): string | undefined {
  const own = fields.find(({ from }) => from === 'link:canonical') ?? fields.find(({ from }) => from === 'meta:og:url');
  if (own === undefined || source.url === undefined) return undefined;
  return bare(own.value) === bare(source.url) ? undefined : own.value;
}

function bare(url: string): string {
  const original = originalAddress(url);
  const path = original.replace(/^[a-z]+:\/\/[^/?#]*/i, '').replace(/[?#].*$/, '');
  return `${hostOf(original).replace(/^(?:www|m|amp)\./, '')}${path.replace(/\/$/, '')}`;
}

function findConflicts(fields: readonly PageField[], { headline, outlet, wire }: Chosen): readonly PageField[] {
  const seen = new Set<string>();
  return fields
    .filter(({ name, value }) => {
      const known = name === 'headline' ? headline : name === 'outlet' ? outlet : name === 'wire' ? wire : undefined;
      if (known === undefined || isSame(name === 'headline' ? stripSite(value, []) : value, known)) return false;
      const key = `${name} ${simplify(value)}`;
      if (seen.has(key)) return false;
      seen.add(key);
      return true;
    })
    .slice(0, mostStated);
}

/** The same but for letter case, marks and spaces, or one the beginning of the other. */
function isSame(one: string, other: string): boolean {
  const [a, b] = [one, other].map((text) => simplify(text).replace(/[^\p{L}\p{N}]+/gu, ''));
  return (
    a !== undefined &&
    b !== undefined &&
    (a === b || (a.length > 2 && b.startsWith(a)) || (b.length > 2 && a.startsWith(b)))
  );
}
