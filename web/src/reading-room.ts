import './room/room.css';
import { h, options, render } from 'preact';
import { openSession } from './room/api.ts';
import { listenToKeys } from './room/keys.ts';
import { listenToRoom } from './room/live.ts';
import { followLinks } from './room/route.ts';
import { Shell } from './room/shell.tsx';

/** Show the reading room to whoever is let in. */
async function start(): Promise<void> {
  const root = document.getElementById('room');
  if (root === null) return;
  document.documentElement.classList.add('js', 'in-room');
  const session = await openSession();
  listenToKeys();
  listenToRoom();
  followLinks();
  root.replaceChildren();
  // Drawn at once: whoever types on does not wait, and the next key is to find the field that this one opened.
  options.debounceRendering = (draw) => draw();
  render(h(Shell, { session }), root);
}

void start();
