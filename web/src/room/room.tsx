import './room.css';
import { render } from 'preact';
import { openSession, type Session } from './api.ts';
import { listenToKeys } from './keys.ts';
import { listenToRoom } from './live.ts';
import { followLinks } from './route.ts';
import { Shell } from './shell.tsx';

/** Show the reading room to whoever is let in. */
async function start(): Promise<void> {
  const root = document.getElementById('room');
  if (root === null) return;
  document.documentElement.classList.add('js', 'in-room');
  const session: Session = await openSession();
  listenToKeys();
  listenToRoom();
  followLinks();
  root.replaceChildren();
  render(<Shell session={session} />, root);
}

void start();
