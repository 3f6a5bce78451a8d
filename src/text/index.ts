export { findNames, namePattern } from './names.ts';
export { cutTokens, type TokenCut } from './tokens.ts';
