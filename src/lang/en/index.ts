export * from './predicates.ts';
