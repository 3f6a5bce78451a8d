/** How to print for a person at this output. */
export interface TerminalStyle {
  readonly color: boolean;
  /** Width in columns. */
  readonly width: number;
}

/** Choose the style of an output: colour only on a terminal that supports it, and not where `NO_COLOR` (no-color.org) is set. */
export function terminalStyle(
  stream: { readonly columns?: number },
  environment: Readonly<Record<string, string | undefined>>,
  toTerminal: boolean,
): TerminalStyle {
  const muted = (environment.NO_COLOR ?? '') !== '' || environment.TERM === 'dumb';
  return { color: toTerminal && !muted, width: (toTerminal ? stream.columns : undefined) ?? 100 };
}
