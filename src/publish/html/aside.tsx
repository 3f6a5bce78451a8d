import { type Attribute, type Claim, compareText, groupBy, type Issue } from '../../model/index.ts';
import { spellDays } from '../wording/dates.ts';
import { countOf } from '../wording/figures.ts';
import { attributeNames } from '../wording/labels.ts';
import { ClaimList, Siglum } from './apparatus.tsx';
import { type PageView, titlePage } from './view.ts';

const severityRank = { error: 0, warning: 1, info: 2 } as const;
const severityNames = { error: 'error', warning: 'warning', info: 'remark' } as const;
const shownIssues = 5;

/** Print the inputs and statements that were not read or not used, and why. */
export function SetAside({ view }: { readonly view: PageView }) {
  const groups = [...groupBy(view.edition.issues, ({ code }) => code)].sort(
    ([codeA, [a]], [codeB, [b]]) => rank(a) - rank(b) || compareText(codeA, codeB),
  );
  if (groups.length === 0 && view.unused.length === 0) return <p>Nothing was set aside.</p>;
  return (
    <>
      <ul class="issues">
        {groups.map(([code, issues]) => (
          <li>
            {issues.length === 1 ? null : (
              <p>
                <span class="code">{code}</span>{' '}
                <span class="note">{countOf(issues.length, severityNames[issues[0]?.severity ?? 'info'])}</span>
              </p>
            )}
            <ul>
              {issues.slice(0, shownIssues).map((issue) => (
                <IssueLine view={view} issue={issue} coded={issues.length === 1} />
              ))}
            </ul>
            {issues.length <= shownIssues ? null : (
              <details class="more">
                <summary>{`${issues.length - shownIssues} more of ${code}`}</summary>
                <ul>
                  {issues.slice(shownIssues, 200).map((issue) => (
                    <IssueLine view={view} issue={issue} />
                  ))}
                </ul>
                {issues.length > 200 ? (
                  <p class="note">{`${issues.length - 200} more are in the edition’s JSON.`}</p>
                ) : null}
              </details>
            )}
          </li>
        ))}
      </ul>
      <Unused view={view} />
    </>
  );
}

function rank(issue: Issue | undefined): number {
  return severityRank[issue?.severity ?? 'info'];
}

interface IssueLineProps {
  readonly view: PageView;
  readonly issue: Issue;
  /** True where no heading above the line gives the issue's code. */
  readonly coded?: boolean;
}

function IssueLine({ view, issue, coded = false }: IssueLineProps) {
  const witness = issue.article === undefined ? undefined : view.witnessOf.get(issue.article);
  return (
    <li>
      {witness === undefined ? null : (
        <>
          <Siglum witness={witness} />{' '}
        </>
      )}
      {spellDays(issue.message)}{' '}
      <span class="note">
        {[issue.hint === undefined ? undefined : spellDays(issue.hint), issue.path, coded ? issue.code : undefined]
          .filter((part) => part !== undefined)
          .join(' · ')}
      </span>
    </li>
  );
}

function Unused({ view }: { readonly view: PageView }) {
  if (view.unused.length === 0) return null;
  const groups = [...groupBy<Claim, Attribute>(view.unused, ({ attribute }) => attribute)];
  return (
    <details class="more">
      <summary>{`${countOf(view.unused.length, 'statement')} read but used by no record`}</summary>
      {groups.map(([attribute, claims]) => (
        <>
          <h3>{attributeNames[attribute]}</h3>
          <ClaimList view={view} ids={claims.map(({ id }) => id)} home="" />
        </>
      ))}
    </details>
  );
}

/** Print how the figures were chosen, and how to cite them. */
export function Method({ view }: { readonly view: PageView }) {
  const { config, version, articles } = view.edition;
  return (
    <>
      <p>
        {`The accepted figures follow the policy ${config.policy}. Low and high bound what the reports allow under it; they are no confidence interval. `}
        Witnesses that copy each other or share an outlet, wire, author or original speaker count as one; ties that no
        text shows are not seen, so the number of independent witnesses is an upper bound. Every figure stands with the
        words that state it; offsets are in UTF-16 code units of the text shown.
      </p>
      <dl class="method">
        <dt>Policy</dt>
        <dd>{config.policy}</dd>
        <dt>Unexplained</dt>
        <dd>{countUnexplained(view)}</dd>
        <dt>Version</dt>
        <dd>{`Variorum ${version}`}</dd>
        <dt>Configuration</dt>
        <dd class="hash">{config.hash}</dd>
        <dt>Cite as</dt>
        <dd>{`“${titlePage(view)}”, a variorum edition of ${countOf(articles.length, 'report')}; policy ${config.policy}; Variorum ${version}, configuration ${config.hash.slice(0, 12)}.`}</dd>
      </dl>
    </>
  );
}

/** Count the differing readings that no rule explains: "0 of 12 differing readings". The edition is valid with some, but must show them. */
function countUnexplained({ edition }: PageView): string {
  const records = edition.incidents.flatMap(({ attributes }) => Object.values(attributes));
  const readings = records.flatMap((record) => record?.readings ?? []);
  const differing = readings.filter(({ difference }) => difference !== undefined);
  const open = differing.filter(({ difference }) => difference === 'unexplained');
  return `${open.length} of ${countOf(differing.length, 'differing reading')}`;
}
