export { findMatches } from './match.ts';
export { gatherTreeRules, makeTreeRule, type TreeRule } from './rules.ts';
export { growTrees, membersOf, stretchOf, type Tree, type TreeWord } from './tree.ts';
export * from './words.ts';
