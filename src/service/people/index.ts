export { type Asker, mayDo, type Person, type Role, roles, type Scope, scopes } from './role.ts';
