import { countOf } from '../../../src/publish/wording/figures.ts';
import { attributeNames } from '../../../src/publish/wording/labels.ts';
import type { Agreement, AgreementReport, Disagreement } from '../../../src/service/index.ts';
import { sayCoded } from './blind.tsx';
import { useLines } from './lines.ts';
import { useRoomEvents } from './live.ts';
import { useLoaded } from './load.ts';
import { useMay } from './shell.tsx';
import { Waiting } from './waiting.tsx';

/** How far coders agree, and where they do not. */
export function AgreementView() {
  const { value, error, reload } = useLoaded<AgreementReport>('/agreement');
  useRoomEvents(({ kind }) => {
    if (kind === 'coded' || kind === 'decided') void reload();
  });
  useLines('#view .line-of');
  if (value === undefined) return <Waiting error={error} />;
  const { whole, byAttribute, disagreements } = value;
  return (
    <main>
      <h1>Agreement</h1>
      <p class="note">
        {whole.units === 0
          ? 'Nothing was coded twice yet. Press g on a record to code it from its reports alone.'
          : `${countOf(whole.units, 'figure')} coded by two or more of ${whole.coders.join(', ')}`}
      </p>
      {whole.units === 0 ? null : <Measures whole={whole} byAttribute={byAttribute} />}
      {disagreements.length === 0 ? null : (
        <section aria-labelledby="differ">
          <h2 id="differ">Where they differ</h2>
          <ul class="moves">
            {disagreements.map((one) => (
              <DisagreementLine one={one} />
            ))}
          </ul>
        </section>
      )}
    </main>
  );
}

function Measures({ whole, byAttribute }: Pick<AgreementReport, 'whole' | 'byAttribute'>) {
  const rows: readonly (readonly [string, Agreement])[] = [
    ['all', whole],
    ...byAttribute
      .filter(({ agreement }) => agreement.units > 0)
      .map(({ attribute, agreement }) => [attributeNames[attribute].toLowerCase(), agreement] as const),
  ];
  return (
    <table class="measures">
      <caption class="sr">Agreement, whole and by attribute</caption>
      <thead>
        <tr>
          <th scope="col">What</th>
          <th scope="col">n</th>
          <th scope="col">Percent</th>
          <th scope="col">α nominal</th>
          <th scope="col">α interval</th>
          <th scope="col">κ</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(([what, { units, percent, alphaNominal, alphaInterval, kappa, kappaOf }]) => (
          <tr>
            <th scope="row">{what}</th>
            <td>{units}</td>
            <td>{percent === undefined ? '–' : `${Math.round(percent * 100)} %`}</td>
            <td>{sayMeasure(alphaNominal)}</td>
            <td>{sayMeasure(alphaInterval)}</td>
            <td title={kappaOf?.join(' and ') ?? ''}>{sayMeasure(kappa)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function sayMeasure(value: number | undefined): string {
  return value === undefined || value === null ? '–' : value.toFixed(3);
}

function DisagreementLine({ one }: { readonly one: Disagreement }) {
  const { incident, title, attribute, codings, adjudicated } = one;
  const mayAdjudicate = useMay('adjudicator');
  return (
    <li class="line-of">
      <a
        href={`/${mayAdjudicate ? 'adjudicate' : 'incidents'}/${encodeURIComponent(incident)}${mayAdjudicate ? `/${attribute}` : ''}`}
      >
        {title}
      </a>
      <span class="moved">
        {`${attributeNames[attribute].toLowerCase()}: ${codings.map(({ who, value }) => `${who} ${sayCoded(value)}`).join(' · ')}`}
      </span>
      <span class="cause">{adjudicated === undefined ? 'open' : `settled by ${adjudicated.by}`}</span>
    </li>
  );
}
