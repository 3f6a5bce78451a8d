import './room/room.css';
import { h, render } from 'preact';
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
  render(h(Shell, { session }), root);
}

void start();
