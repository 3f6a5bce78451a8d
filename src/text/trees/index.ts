export { type Captures, findMatches, type Match } from './match.ts';
export { type AnyPattern, type Listed, Pattern } from './pattern.ts';
export { gatherTreeRules, makeTreeRule, type RuleMatch, type TreeRule, type TreeRules } from './rules.ts';
export { growTrees, membersOf, type Stretch, stretchOf, type Tree, type TreeWord } from './tree.ts';
export * from './words.ts';
