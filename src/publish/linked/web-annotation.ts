import { type Claim, type Edition, hashContent } from '../../model/index.ts';
import { type OpenEdition, openEdition, type Witness } from '../witnesses.ts';
import { formatValue } from '../wording/figures.ts';
import { attributeNames } from '../wording/labels.ts';
import { addressOf, stated } from './address.ts';

/** Length of the prefix and suffix given with a quote, in UTF-16 code units. */
const contextUnits = 32;

const context = ['http://www.w3.org/ns/anno.jsonld', { sha256: 'urn:variorum:sha256' }];

/**
 * Print the claims of an edition as W3C Web Annotations: a page of annotations, each on the exact words of its article.
 *
 * TextPositionSelector counts Unicode code points, as its specification asks, while the edition counts UTF-16 code units.
 * `sha256` is the hash of the UTF-8 text that the positions refer to.
 */
export function publishWebAnnotation(edition: Edition): string {
  const open = openEdition(edition);
  const items = open.witnesses.flatMap((witness) => {
    const points = countPoints(witness.article.text);
    const source = { hash: hashContent(witness.article.text), points };
    return edition.claims
      .filter(({ article }) => article === witness.article.id)
      .map((claim) => annotate(open, witness, claim, source));
  });
  const page = {
    '@context': context,
    id: `urn:variorum:edition:${edition.config.hash}`,
    type: 'AnnotationPage',
    items,
  };
  return `${JSON.stringify(page, null, 2)}\n`;
}

interface Source {
  readonly hash: string;
  readonly points: (unit: number) => number;
}

/** Make the conversion from UTF-16 code units to code points; in a text without surrogate pairs the two are equal. */
function countPoints(text: string): Source['points'] {
  const pairs = [...text.matchAll(/[\ud800-\udbff][\udc00-\udfff]/g)].map(({ index }) => index);
  return (unit) => unit - pairs.filter((index) => index < unit).length;
}

function annotate(open: OpenEdition, { article }: Witness, claim: Claim, source: Source): object {
  const incident = open.edition.incidents.find(({ id }) => id === claim.incident);
  return stated({
    id: `urn:variorum:claim:${claim.id}`,
    type: 'Annotation',
    motivation: 'identifying',
    body: {
      type: 'TextualBody',
      purpose: 'tagging',
      format: 'text/plain',
      value: `${attributeNames[claim.attribute]}: ${formatValue(claim.value)}${incident === undefined ? '' : ` (${incident.title})`}`,
    },
    target: claim.evidence.map(({ start, end }) => ({
      source: addressOf(article.id),
      sha256: source.hash,
      selector: [
        { type: 'TextPositionSelector', start: source.points(start), end: source.points(end) },
        {
          type: 'TextQuoteSelector',
          exact: article.text.slice(start, end),
          prefix: article.text.slice(Math.max(0, start - contextUnits), start),
          suffix: article.text.slice(end, end + contextUnits),
        },
      ],
    })),
  });
}
