import { useEffect, useRef } from 'preact/hooks';

/** What keys do, by the name of the action; a person may give an action another key. */
export const actions = {
  next: ['j', 'next line'],
  back: ['k', 'line before'],
  accept: ['Enter', 'accept and go on; open, in a list'],
  override: ['o', 'set another figure'],
  open: ['e', 'cannot tell: leave the figure open'],
  reject: ['x', 'reject the reading or the words'],
  move: ['w', 'words are of another incident'],
  add: ['n', 'new claim from selected words'],
  text: ['t', 'from a value to its words, and back'],
  merge: ['m', 'merge with another incident'],
  split: ['s', 'split: some of it is another incident'],
  copy: ['y', 'a report repeats another'],
  date: ['d', 'set the day'],
  place: ['p', 'set the place'],
  proof: ['f', 'set the standard of proof'],
  note: ['c', 'comment'],
  assign: ['a', 'ask somebody to settle it'],
  second: ['g', 'code it blind, as a second coder'],
  undo: ['u', 'take back'],
  queue: ['q', 'next of the queue'],
  search: ['/', 'search'],
  help: ['?', 'all keys'],
} as const satisfies Readonly<Record<string, readonly [key: string, words: string]>>;

export type Action = keyof typeof actions;
export const actionNames = Object.keys(actions) as readonly Action[];

const shelf = 'variorum-keys';

/** The key of each action, with those a person chose. */
export function readKeys(): Readonly<Record<Action, string>> {
  const own = JSON.parse(localStorage.getItem(shelf) ?? '{}') as Partial<Record<Action, string>>;
  return Object.fromEntries(actionNames.map((name) => [name, own[name] ?? actions[name][0]])) as Record<Action, string>;
}

/** Give an action another key; the usual one again where the key is empty. */
export function writeKey(action: Action, key: string): void {
  const own = JSON.parse(localStorage.getItem(shelf) ?? '{}') as Partial<Record<Action, string>>;
  const { [action]: _before, ...rest } = own;
  localStorage.setItem(shelf, JSON.stringify(key === '' ? rest : { ...rest, [action]: key }));
}

export type Handlers = Partial<Record<Action, () => void>>;

const listening: { readonly current: Handlers }[] = [];

/** Do things by keys while a component is shown; the component shown last comes first. */
export function useActions(handlers: Handlers): void {
  const held = useRef(handlers);
  held.current = handlers;
  useEffect(() => {
    listening.push(held);
    return () => void listening.splice(listening.indexOf(held), 1);
  }, []);
}

/** Keys are never taken from a field one types in, nor from a button or a link that Enter presses. */
function isTyping(target: EventTarget | null, key: string): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.closest('input, textarea, select, [contenteditable], dialog') !== null) return true;
  return key === 'Enter' && target.closest('a[href], button, summary') !== null;
}

/** Listen to the keyboard, once for the whole page. */
export function listenToKeys(): void {
  addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    if (isTyping(event.target, event.key)) return;
    const keys = readKeys();
    const action = actionNames.find((name) => keys[name] === event.key);
    if (action === undefined) return;
    const handler = listening.findLast(({ current }) => current[action] !== undefined)?.current[action];
    if (handler === undefined) return;
    event.preventDefault();
    handler();
  });
}
