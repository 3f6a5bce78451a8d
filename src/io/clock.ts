/** Read the clock: ISO 8601 instant, UTC. The only place of Variorum that does. */
export function readClock(): string {
  return new Date().toISOString();
}
