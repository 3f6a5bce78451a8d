/** How to print for a person. */
export interface TerminalStyle {
  readonly color: boolean;
  /** Columns. */
  readonly width: number;
}

/** Tell the style of an output: colour only on a terminal that has it and where `NO_COLOR` (no-color.org) is not set. */
export function terminalStyle(
  stream: { readonly columns?: number },
  environment: Readonly<Record<string, string | undefined>>,
  toTerminal: boolean,
): TerminalStyle {
  const muted = (environment.NO_COLOR ?? '') !== '' || environment.TERM === 'dumb';
  return { color: toTerminal && !muted, width: (toTerminal ? stream.columns : undefined) ?? 100 };
}
