import fc from 'fast-check';

/**
 * Draw the same inputs for every property in every run, so that a check that passed on a commit passes on it again.
 *
 * `VARIORUM_SEED=N npx vitest run` draws others; docs/conventions.md says how to keep what such a run finds.
 */
fc.configureGlobal({ seed: Number(process.env.VARIORUM_SEED ?? 20_251_130) });
