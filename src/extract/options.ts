/** Settings of the grammar; there are none yet. */
export type Options = Readonly<Record<never, never>>;

export const defaults: Options = {};
