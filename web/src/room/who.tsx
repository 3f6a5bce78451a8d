import { useLoaded } from './load.ts';
import { useSession } from './shell.tsx';

/** Choose who is asked: of a team, one of its people; on one's own machine, whoever is named. */
export function WhoChoice({ who, onWho }: { readonly who: string; readonly onWho: (who: string) => void }) {
  const { isTeam } = useSession();
  const { value } = useLoaded<{ names: readonly string[] }>('/colleagues');
  if (!isTeam)
    return (
      <label class="field">
        <span>Who</span>
        <input type="text" autocomplete="off" value={who} onInput={(event) => onWho(event.currentTarget.value)} />
      </label>
    );
  return (
    <label class="field">
      <span>Who</span>
      <select value={who} onChange={(event) => onWho(event.currentTarget.value)}>
        <option value="">nobody</option>
        {(value?.names ?? []).map((name) => (
          <option value={name}>{name}</option>
        ))}
      </select>
    </label>
  );
}
