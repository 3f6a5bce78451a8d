/** Stand for zod in the page: what it was printed from has been checked, and a page checks nothing more. */
const nothing: unknown = new Proxy(() => nothing, { get: () => nothing, apply: () => nothing });

export const z = nothing;
