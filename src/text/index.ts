export { type Cut, cutTokens } from './tokens.ts';
