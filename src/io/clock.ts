/** Read the clock: ISO 8601 instant, UTC. Every time of a run that an edition states comes from here. */
export function readClock(): string {
  return new Date().toISOString();
}
