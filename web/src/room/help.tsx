import { actionNames, actions, readKeys } from './keys.ts';

/** All keys, and what they do. */
export function HelpView() {
  const keys = readKeys();
  return (
    <main>
      <h1>Keys</h1>
      <p class="note">No key needs another beside it, and none acts while you type in a field.</p>
      <dl class="keys">
        {actionNames.map((name) => (
          <>
            <dt>
              <kbd>{keys[name]}</kbd>
            </dt>
            <dd>{actions[name][1]}</dd>
          </>
        ))}
        <dt>
          <kbd>Escape</kbd>
        </dt>
        <dd>leave a question unanswered; from a text back to its value</dd>
      </dl>
    </main>
  );
}
