/** Why something was not fetched; codes are those of the issue that tells it. */
export type FetchCode =
  | 'fetch/not-allowed'
  | 'fetch/bad-address'
  | 'fetch/private-address'
  | 'fetch/no-such-host'
  | 'fetch/unreachable'
  | 'fetch/robots-disallow'
  | 'fetch/robots-unreachable'
  | 'fetch/redirect-loop'
  | 'fetch/too-many-redirects'
  | 'fetch/http-status'
  | 'fetch/told-to-wait'
  | 'fetch/wrong-type'
  | 'fetch/bad-encoding'
  | 'fetch/too-large'
  | 'fetch/too-slow'
  | 'fetch/cut-short';

/** Causes that may be gone the next time. */
const passing: ReadonlySet<FetchCode> = new Set([
  'fetch/no-such-host',
  'fetch/unreachable',
  'fetch/robots-unreachable',
  'fetch/told-to-wait',
  'fetch/too-slow',
  'fetch/cut-short',
]);

/** The network, its server or our own rules refused an address; the message says why, in words that follow the address. */
export class FetchRefusal extends Error {
  readonly code: FetchCode;
  readonly hint?: string;
  /** True where asking again later may help. */
  readonly mayPass: boolean;
  constructor(code: FetchCode, message: string, more: { readonly hint?: string; readonly mayPass?: boolean } = {}) {
    super(message);
    this.code = code;
    if (more.hint !== undefined) this.hint = more.hint;
    this.mayPass = more.mayPass ?? passing.has(code);
  }
}
