import { acting } from './acting.ts';

export { readAttackers } from './attackers.ts';

/** Read how many attacked. */
export const attack = { acting } as const;
