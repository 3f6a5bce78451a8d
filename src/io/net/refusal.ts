/** Why something was not fetched; also the code of the issue that reports it. */
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

/** Causes that may have gone by the next try. */
const passing: ReadonlySet<FetchCode> = new Set([
  'fetch/no-such-host',
  'fetch/unreachable',
  'fetch/robots-unreachable',
  'fetch/told-to-wait',
  'fetch/too-slow',
  'fetch/cut-short',
]);

/**
 * An address was not fetched: the network failed, the server refused, or our own rules forbid it. The message follows the
 * address: "it is redirected more than 5 times".
 */
export class FetchRefusal extends Error {
  readonly code: FetchCode;
  readonly hint?: string;
  /** True where a later try may succeed. */
  readonly mayPass: boolean;
  constructor(code: FetchCode, message: string, more: { readonly hint?: string; readonly mayPass?: boolean } = {}) {
    super(message);
    this.code = code;
    if (more.hint !== undefined) this.hint = more.hint;
    this.mayPass = more.mayPass ?? passing.has(code);
  }
}
