export {
  type AccessKind,
  type AccessLine,
  type Actor,
  accessKinds,
  NotAllowed,
  noteAccessOf,
  readAccess,
} from './access.ts';
export {
  type Account,
  type AccountChange,
  addPerson,
  changePerson,
  findAccount,
  findPerson,
  listAccounts,
  listColleagues,
  type NewPerson,
} from './accounts.ts';
export { SignInRefused } from './brake.ts';
export { type Identity, noteStrange, signInByIdentity, unlinkIdentity, type VouchedSignIn } from './identity.ts';
export { type Asker, mayDo, type Person, type Role, roles, type Scope, scopes } from './role.ts';
export {
  type BrowserSession,
  endSession,
  endSessions,
  findSession,
  listSessions,
  type OwnSession,
  sessionHours,
} from './sessions.ts';
export {
  changePassword,
  invite,
  inviteFirst,
  openInvitation,
  signIn,
  takeInvitation,
} from './sign-in.ts';
export { findToken, listTokens, makeToken, type OwnToken, withdrawToken } from './tokens.ts';
