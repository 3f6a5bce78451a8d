export { chainFrom, chainTo } from './coordination.ts';
export { mayCountPeople } from './counted.ts';
export { inheritRoles } from './ellipsis.ts';
export { everyone } from './everyone.ts';
export type { PeoplePhrase } from './group.ts';
export { readGroups } from './read-groups.ts';
