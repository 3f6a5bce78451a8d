export { findMatches } from './match.ts';
export { gatherTreeRules, makeTreeRule } from './rules.ts';
export { type DependencyTree, growTrees, membersOf, stretchOf, type TreeWord } from './tree.ts';
export * from './words.ts';
