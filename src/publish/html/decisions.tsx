import type { SettledDecision } from '../../model/index.ts';
import { formatDate, formatDay } from '../wording/dates.ts';
import { formatCount } from '../wording/figures.ts';
import { attributeNames } from '../wording/labels.ts';
import { deepLink, type PageView } from './view.ts';

const statusWords = {
  applied: 'applied',
  lost: 'not applied: its words are nowhere',
  ambiguous: 'not applied: its words stand in several places',
  overruled: 'overruled by a later one',
} as const;

/** Print the decisions people made, their reasons, and whether each was applied; decisions that contradict each other say so. */
export function Decisions({ view }: { readonly view: PageView }) {
  const { decisions = [], incidents } = view.edition;
  const numbers = new Map(decisions.map(({ id }, at) => [id, at + 1]));
  const titles = new Map(incidents.map(({ id, title }) => [id, title]));
  return (
    <ol class="decisions">
      {decisions.map((decision) => (
        <li id={`d-${decision.id}`}>
          <p>
            <b>{sayAction(decision)}</b>
            {decision.incident === undefined ? null : (
              <>
                {', '}
                <a href={deepLink(decision.incident, decision.attribute)}>
                  {titles.get(decision.incident) ?? decision.incident}
                </a>
              </>
            )}
          </p>
          <p>{decision.reason}</p>
          <p class="note">
            {`${decision.by}, ${formatDay(decision.at)} · ${statusWords[decision.status]}`}
            {(decision.conflicts ?? []).length === 0
              ? ''
              : ` · contradicts decision ${(decision.conflicts ?? []).map((id) => numbers.get(id) ?? id).join(', ')}`}
          </p>
        </li>
      ))}
    </ol>
  );
}

/** Say what was decided: "override killed 17". */
export function sayAction({ action, attribute, value, date, policy, proof }: SettledDecision): string {
  const detail =
    value !== undefined
      ? formatCount(value)
      : date !== undefined
        ? formatDate(date)
        : (policy ?? proof?.replaceAll('-', ' '));
  const parts = [action, attribute === undefined ? '' : attributeNames[attribute].toLowerCase(), detail ?? ''];
  return parts.filter((part) => part !== '').join(' ');
}
