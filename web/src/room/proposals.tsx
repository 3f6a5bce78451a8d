import type { Proposal } from '../../../src/service/index.ts';
import { post } from './api.ts';
import { useRoomEvents } from './live.ts';
import { useLoaded } from './load.ts';
import { say } from './shell.tsx';

/** What assistants propose and nobody has settled; nothing where there is none. */
export function Proposals() {
  const { value, reload } = useLoaded<{ readonly proposals: readonly Proposal[] }>('/proposals');
  useRoomEvents(({ kind }) => {
    if (kind === 'proposed' || kind === 'decided') void reload();
  });
  const proposals = value?.proposals ?? [];
  if (proposals.length === 0) return null;
  const settle = async ({ id }: Proposal, how: 'accept' | 'dismiss'): Promise<void> => {
    try {
      await post(`/proposals/${encodeURIComponent(id)}/${how}`);
      say(how === 'accept' ? 'Decided as proposed, in your name.' : 'Dismissed.');
    } catch (error) {
      say(error instanceof Error ? error.message : String(error));
    }
    await reload();
  };
  return (
    <section>
      <h2>Proposed by assistants</h2>
      <table class="stories proposals">
        <thead>
          <tr>
            <th scope="col">What</th>
            <th scope="col">Proposal</th>
            <th scope="col">Why</th>
            <th scope="col">By</th>
            <th scope="col">Settle</th>
          </tr>
        </thead>
        <tbody>
          {proposals.map((proposal) => (
            <tr>
              <th scope="row">
                <a href={`/incidents/${encodeURIComponent(proposal.incident)}`}>{proposal.title}</a>
              </th>
              <td>{sayRequest(proposal)}</td>
              <td>{proposal.request.reason}</td>
              <td>{proposal.by}</td>
              <td>
                <button type="button" class="plain" onClick={() => void settle(proposal, 'accept')}>
                  accept
                </button>{' '}
                <button type="button" class="plain" onClick={() => void settle(proposal, 'dismiss')}>
                  dismiss
                </button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** Say what is proposed: "override killed: 15". */
function sayRequest({ request, incident }: Proposal): string {
  const { action, target, value, date, other, claims } = request;
  const attribute = target.startsWith(`${incident}.`) ? target.slice(incident.length + 1) : '';
  const count = claims === undefined ? undefined : `${claims.length} ${claims.length === 1 ? 'claim' : 'claims'}`;
  const what = [Array.isArray(value) ? value.join('–') : value, date, other, count].filter(
    (part) => part !== undefined,
  );
  return `${action} ${attribute}${what.length === 0 ? '' : `: ${what.join(', ')}`}`.replace(' :', ':');
}
