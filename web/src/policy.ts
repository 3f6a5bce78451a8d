import type { CountRecord, Incident } from '../../src/model/index.ts';
import { unpackEvidence } from '../../src/publish/html/evidence.ts';
import { drawAccepted, placeFigure, readScale } from '../../src/publish/html/steps.ts';
import { formatNumber, formatRange, splitBound } from '../../src/publish/wording/figures.ts';
import { statusNames, statusOf } from '../../src/publish/wording/labels.ts';
import { explainReading, findAccepted, formatBest, markBest, sayWhy } from '../../src/publish/wording/standing.ts';
import { policies, revise } from '../../src/reconcile/index.ts';

const context = { now: '1970-01-01T00:00:00Z', seed: 0 };

/**
 * Replace the name of the page's policy by a menu of all policies. Choosing one reconciles the page's evidence again, with the
 * same code as the library.
 *
 * The policy is kept in the address (`p=…`), so that a shared link shows what its sender saw.
 */
export function offerPolicies(): void {
  const source = document.getElementById('evidence');
  const spot = document.getElementById('policy');
  if (source === null || spot === null) return;
  const edition = unpackEvidence(source.textContent ?? '');
  const select = makeSelect(edition.config.policy);
  spot.replaceWith(select);
  const show = (policy: string): void => {
    select.value = policy;
    for (const incident of revise(edition, { policy }, context).value.incidents) showIncident(incident);
    document.documentElement.dataset.policy = policy;
    for (const name of document.querySelectorAll('.policy-name')) name.textContent = policy;
  };
  select.addEventListener('change', () => {
    const fields = new URLSearchParams(/^#[iacxvp]=/.test(location.hash) ? location.hash.slice(1) : '');
    fields.set('p', select.value);
    history.replaceState(null, '', `#${fields}`);
    show(select.value);
  });
  const asked = new URLSearchParams(location.hash.slice(1)).get('p');
  if (asked !== null && asked !== edition.config.policy && policies.some(({ name }) => name === asked)) show(asked);
}

function makeSelect(own: string): HTMLSelectElement {
  const select = document.createElement('select');
  select.id = 'policy';
  select.setAttribute('aria-label', 'Coding policy');
  for (const { name, source } of policies) {
    const option = document.createElement('option');
    option.value = name;
    option.textContent = name;
    option.title = source;
    option.selected = name === own;
    select.append(option);
  }
  return select;
}

function showIncident({ id, attributes }: Incident): void {
  for (const [name, record] of Object.entries(attributes)) {
    if (record === undefined || !('best' in record)) continue;
    showBrief(`${id}-${name}`, record);
    showToll(`${id}-${name}`, record);
    const row = document.getElementById(`i-${id}-${name}`);
    if (row !== null) showRecord(row, record);
  }
}

function showRecord(row: HTMLElement, record: CountRecord): void {
  const figure = row.querySelector('.accepted .figure');
  if (figure !== null) {
    figure.replaceChildren(...makeFigure(formatBest(record)));
    figure.classList.toggle('none', record.best === null);
  }
  showRange(row, formatRange(record));
  const status = row.querySelector('.status');
  if (status !== null) {
    const { mark, word } = statusNames[statusOf(record)];
    status.className = `status ${statusOf(record)}`;
    status.textContent = `${mark} ${word}`;
  }
  const why = row.querySelector('.why');
  if (why !== null) why.textContent = sayWhy(record);
  showStrip(row, record);
  showReadings(row, record);
}

/** Put the words of a bound ("at least") in small type before the figure, as the printed page does. */
function makeFigure(words: string): readonly (Node | string)[] {
  const [bound, figure] = splitBound(words);
  if (bound === '') return [figure];
  const small = document.createElement('span');
  small.className = 'bound';
  small.textContent = bound;
  return [small, figure];
}

function showBrief(owner: string, record: CountRecord): void {
  const { mark, word } = statusNames[statusOf(record)];
  for (const line of document.querySelectorAll(`[data-brief="${owner}"]`)) {
    const [best, range] = [line.querySelector('b'), line.querySelector('.range')];
    const status = line.querySelector('.status');
    if (best !== null) best.textContent = formatBest(record);
    if (range !== null) range.textContent = formatRange(record);
    if (status === null) continue;
    status.className = `status ${statusOf(record)}`;
    status.textContent = `${mark} ${word}`;
  }
}

/** Redraw the accepted figure in the charts of one toll, by the scale written in each chart. */
function showToll(owner: string, record: CountRecord): void {
  for (const chart of document.querySelectorAll<SVGElement>(`svg[data-toll="${owner}"]`)) {
    const scale = readScale(chart.dataset.scale ?? '');
    const { low, best, high } = record;
    const steps = drawAccepted(record, scale);
    chart.querySelector('.step')?.setAttribute('d', steps ?? '');
    const band = chart.querySelector('.bandfill');
    const known = low !== null && high !== null;
    band?.setAttribute('y', String(known ? placeFigure(scale, high) : 0));
    band?.setAttribute('height', String(known ? placeFigure(scale, low) - placeFigure(scale, high) : 0));
    const level = chart.querySelector('.level');
    level?.classList.toggle('gone', best === null || steps !== undefined);
    const label = chart.querySelector('.label.best');
    if (label !== null) label.textContent = best === null ? 'none accepted' : `accepted ${markBest(record)}`;
    if (best === null) continue;
    level?.setAttribute('y1', String(placeFigure(scale, best)));
    level?.setAttribute('y2', String(placeFigure(scale, best)));
  }
}

function showRange(row: HTMLElement, words: string): void {
  const accepted = row.querySelector('.accepted');
  let range = row.querySelector('.accepted .range');
  if (range === null && words !== '' && accepted !== null) {
    range = document.createElement('span');
    range.className = 'range';
    accepted.append(range);
  }
  if (range !== null) range.textContent = words === '' ? '' : ` ${words}`;
}

/** Move the band from low to high, and highlight the label of the accepted figure. */
function showStrip(row: HTMLElement, { low, best, high }: CountRecord): void {
  const strip = row.querySelector<SVGElement>('svg.strip');
  const [min = 0, max = 0, from = 0, to = 0] = (strip?.dataset.scale ?? '').split(' ').map(Number);
  const place = (count: number): string =>
    String(from + ((Math.min(Math.max(count, min), max) - min) / (max - min)) * (to - from));
  const band = strip?.querySelector('.band');
  if (band !== null && band !== undefined && max > min) {
    band.setAttribute('x1', place(low ?? min));
    band.setAttribute('x2', place(low === null ? min : (high ?? max)));
  }
  for (const tick of strip?.querySelectorAll('.tick') ?? [])
    tick.classList.toggle('best', best !== null && tick.textContent === formatNumber(best));
}

/** Update the apparatus. Every policy has the same readings; only which is accepted, and why the others differ, changes. */
function showReadings(row: HTMLElement, record: CountRecord): void {
  const accepted = findAccepted(record);
  const lines = new Map(
    [...row.querySelectorAll<HTMLElement>('.apparatus > .reading')].map((line) => [line.dataset.r ?? '', line]),
  );
  for (const reading of record.readings) {
    const line = lines.get(reading.claims[0] ?? '');
    if (line === undefined) continue;
    line.classList.toggle('accepted', reading === accepted);
    const reason = line.querySelector('.reason');
    if (reason !== null) reason.textContent = explainReading(reading, accepted, record);
    const bracket = line.querySelector('.bracket');
    if (bracket !== null) bracket.textContent = reading === accepted ? ']' : '';
  }
}
