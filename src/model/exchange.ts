/** Headers as they were sent, in their order; a name may stand twice. */
export type HeaderLines = readonly (readonly [name: string, value: string])[];

/** One request to a server and its answer, as they went over the wire; the chunks a body was sent in are joined. */
export interface WebExchange {
  readonly url: string;
  /** When it was asked, ISO 8601 UTC. */
  readonly at: string;
  readonly sent: HeaderLines;
  readonly status: number;
  readonly statusText: string;
  readonly headers: HeaderLines;
  /** The body, packed as it came. */
  readonly body: Uint8Array;
}
