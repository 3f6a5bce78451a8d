import type { AttributeReading, Claim, ClaimValue, CountRecord, TermRecord } from '../../model/index.ts';
import type { Witness } from '../witnesses.ts';
import { formatDay } from '../wording/dates.ts';
import { countOf, formatValue } from '../wording/figures.ts';
import { explainReading, orderReadings } from '../wording/standing.ts';
import { citeClaim, type TextRun } from '../wording/words.ts';
import { Veiled } from './veil.tsx';
import { hrefTo, keyOfReading, type PageView } from './view.ts';

const shownClaims = 6;

/** Print the siglum of a witness: "A"; in parentheses, "(A)", where it repeats another report. */
export function Siglum({ witness, plain = false }: { readonly witness: Witness; readonly plain?: boolean }) {
  const day = witness.day === undefined ? 'undated' : formatDay(witness.day);
  const copy = witness.copies.length > 0;
  return (
    <a
      class="siglum"
      href={hrefTo(`x-${witness.siglum}`)}
      {...(plain ? {} : { title: `${witness.name}, ${day}${copy ? '; repeats another report' : ''}` })}
    >
      {copy ? `(${witness.siglum})` : witness.siglum}
    </a>
  );
}

/** List the witnesses that some claims come from, each once, in order of siglum. */
export function witnessesOf(view: PageView, ids: readonly string[]): readonly Witness[] {
  const articles = new Set(ids.map((id) => view.claims.get(id)?.article));
  return view.witnesses.filter((witness) => articles.has(witness.article.id));
}

/** Print one claim: siglum, exact words with the figure bold, who said it and as of when. */
function ClaimLine({ view, claim, home }: { readonly view: PageView; readonly claim: Claim; readonly home: string }) {
  const witness = view.witnessOf.get(claim.article);
  if (witness === undefined) return null;
  const isHome = view.homes.get(claim.id) === home || !view.homes.has(claim.id);
  const pieces = citeClaim(witness.article.text, claim, summandsOf(view, claim));
  return (
    <li
      class="claim"
      {...(isHome ? { id: `c-${claim.id}` } : {})}
      data-v={formatValue(claim.value)}
      data-o={claim.evidence.map(({ start, end }) => `${start}–${end}`).join(', ')}
    >
      <Siglum witness={witness} plain />
      <div>
        <a class={quoteClass(pieces.map(({ text }) => text).join(''))} href={hrefTo(`t-${claim.id}`)}>
          <Words pieces={pieces} />
        </a>{' '}
        <span class="by">{describeClaim(claim)}</span>
        {view.tools?.claim(claim)}
      </div>
    </li>
  );
}

/** List the values that a sum was made of: for "a driver and a cyclist died", counted as 2, they are 1 and 1. */
function summandsOf(view: PageView, { parts = [] }: Claim): readonly ClaimValue[] {
  return parts.flatMap((id) => view.claims.get(id)?.value ?? []);
}

/** Choose the quotation marks to put around words: single ones where the words contain double ones. */
export function quoteClass(words: string): string {
  return /["“”]/.test(words) ? 'quote inner' : 'quote';
}

function Words({ pieces }: { readonly pieces: readonly TextRun[] }) {
  return (
    <>
      {pieces.map((piece) => {
        if (piece.role === 'figure') return <b>{piece.text}</b>;
        const words = <Veiled words={piece.text} />;
        return piece.role === 'context' ? <span class="ctx">{words}</span> : words;
      })}
    </>
  );
}

/** Tell whether a report states a claim itself, without attributing it to a speaker. */
export function isOwnVoice({ attribution }: Claim): boolean {
  return attribution === undefined || attribution.kind === 'outlet';
}

/** Describe a claim in one line: who said it, as of when, and any reservation: "police · as of 6 May 2031 · alleged". */
export function describeClaim(claim: Claim): string {
  const { attribution } = claim;
  const chain = attribution === undefined || attribution.kind === 'outlet' ? [] : attribution.chain;
  const speaker = isOwnVoice(claim) || attribution === undefined ? 'in the report’s own voice' : attribution.speaker;
  const through = chain.slice(1).filter((name) => name !== speaker);
  return [
    through.length > 0 ? `${speaker}, through ${through.join(', ')}` : speaker,
    claim.asOf === undefined
      ? ''
      : `${claim.asOf.how === 'stated' ? 'as of' : 'reported'} ${formatDay(claim.asOf.value)}`,
    claim.block === undefined ? '' : `in a ${claim.block}`,
    claim.victims === undefined || claim.victims.length === 0 ? '' : `of ${claim.victims.join(', ')}`,
    claim.modality === 'asserted' ? '' : claim.modality,
    claim.partisan === true ? 'a party to the violence' : '',
  ]
    .filter((part) => part !== '')
    .join(' · ');
}

/** Print claims as a list in order of siglum; those of a long list after the sixth are folded away. */
export function ClaimList({
  view,
  ids,
  home,
}: {
  readonly view: PageView;
  readonly ids: readonly string[];
  readonly home: string;
}) {
  const order = new Map(view.witnesses.map((witness, index) => [witness.article.id, index]));
  const claims = ids
    .flatMap((id) => view.claims.get(id) ?? [])
    .sort((a, b) => (order.get(a.article) ?? 0) - (order.get(b.article) ?? 0) || startOf(a) - startOf(b));
  const lines = claims.map((claim) => <ClaimLine view={view} claim={claim} home={home} />);
  if (claims.length <= shownClaims + 2) return <ul class="claims">{lines}</ul>;
  return (
    <>
      <ul class="claims">{lines.slice(0, shownClaims)}</ul>
      <details class="more">
        <summary>{countOf(claims.length - shownClaims, 'further passage')}</summary>
        <ul class="claims">{lines.slice(shownClaims)}</ul>
      </details>
    </>
  );
}

function startOf(claim: Claim): number {
  return claim.evidence[0]?.start ?? 0;
}

interface ApparatusProps {
  readonly view: PageView;
  readonly owner: string;
  readonly attribute: string;
  readonly record: CountRecord | TermRecord;
  readonly accepted: AttributeReading | undefined;
}

/** Print every reading of an attribute: value, sigla, reason it differs, exact words. */
export function Apparatus({ view, owner, attribute, record, accepted }: ApparatusProps) {
  const entries = record.readings.map((reading, index) => ({ reading, home: keyOfReading(owner, attribute, index) }));
  const ordered = orderReadings(record).flatMap((one) => entries.filter(({ reading }) => reading === one));
  return (
    <ol class="apparatus">
      {ordered.map(({ reading, home }) => (
        <li class={reading === accepted ? 'reading accepted' : 'reading'} data-r={reading.claims[0]}>
          <p class="head">
            <span class="value">{formatValue(reading.value)}</span>
            <span class="bracket" aria-hidden="true">
              {reading === accepted ? ']' : ''}
            </span>{' '}
            <span class="sigla">
              {witnessesOf(view, reading.claims)
                .slice(0, 24)
                .map((witness) => (
                  <>
                    <Siglum witness={witness} />{' '}
                  </>
                ))}
            </span>
            <span class="reason">{explainReading(reading, accepted, record)}</span>
            {view.tools?.reading(attribute, reading)}
          </p>
          <ClaimList view={view} ids={reading.claims} home={home} />
        </li>
      ))}
    </ol>
  );
}
