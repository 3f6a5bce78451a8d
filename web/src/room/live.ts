import { useEffect, useRef, useState } from 'preact/hooks';
import type { RoomEvent } from '../../../src/service/index.ts';

const listeners = new Set<(event: RoomEvent) => void>();
const states = new Set<(isLive: boolean) => void>();
let isLive = false;

/** Hear what others do, for as long as the page is open; the browser connects again by itself. */
export function listenToRoom(): void {
  const source = new EventSource('/room/api/events');
  const tell = (now: boolean): void => {
    isLive = now;
    for (const state of states) state(now);
  };
  source.addEventListener('open', () => tell(true));
  source.addEventListener('error', () => tell(false));
  source.addEventListener('room', (event) => {
    const told = JSON.parse(event.data) as RoomEvent;
    for (const listener of listeners) listener(told);
  });
}

/** Hear what happens while a component is shown. */
export function useRoomEvents(listener: (event: RoomEvent) => void): void {
  const held = useRef(listener);
  held.current = listener;
  useEffect(() => {
    const hear = (event: RoomEvent): void => held.current(event);
    listeners.add(hear);
    return () => void listeners.delete(hear);
  }, []);
}

/** Tell whether the page hears of what others do. */
export function useLive(): boolean {
  const [state, setState] = useState(isLive);
  useEffect(() => {
    states.add(setState);
    // It may have changed before this was listened to.
    setState(isLive);
    return () => void states.delete(setState);
  }, []);
  return state;
}
