export { findNames, namePattern } from './names.ts';
export { type Cut, cutTokens } from './tokens.ts';
