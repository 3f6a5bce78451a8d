/** Somebody who signs in. */
export interface PersonRow {
  readonly id: string;
  /** What the log of the archive calls them; given once. */
  readonly name: string;
  /** The name as it is compared: no two people may look alike there. */
  readonly name_key: string;
  readonly sign_in: string;
  /** Hash as argon2 writes it; empty where there is none yet, or another signs them in. */
  readonly password: string | null;
  readonly role: string;
  /** 1 for whoever may see names of private persons. */
  readonly unveils: number;
  /** 1 where what a provider says of them gives the role, at each sign-in. */
  readonly by_claims: number;
  readonly created_at: string;
  readonly disabled_at: string | null;
}

/** How another, such as the accounts of a newsroom, knows a person. */
export interface PersonIdentityRow {
  readonly issuer: string;
  readonly subject: string;
  readonly person: string;
}

export interface SessionRow {
  /** SHA-256 of the cookie. */
  readonly id: string;
  readonly person: string;
  readonly csrf: string;
  readonly how: string;
  /** Where from, of the network. */
  readonly address: string;
  readonly created_at: string;
  readonly seen_at: string;
  /** When it ends, whatever is done in it. */
  readonly until: string;
}

/** An address that lets a person choose a password, once. */
export interface InvitationRow {
  /** SHA-256 of the token in it. */
  readonly id: string;
  readonly person: string;
  readonly by_whom: string;
  readonly at: string;
  readonly until: string;
}

/** A token that a program sends. */
export interface ApiTokenRow {
  readonly id: string;
  /** SHA-256 of the token. */
  readonly hash: string;
  readonly person: string;
  readonly name: string;
  /** JSON. */
  readonly scopes: string;
  readonly created_at: string;
  readonly until: string;
  readonly used_at: string | null;
}

/** How often an account, or an address of the network, has failed to sign in of late. */
export interface BrakeRow {
  readonly id: string;
  readonly failures: number;
  /** The last time. */
  readonly at: string;
  /** No further try before this. */
  readonly until: string;
}

/** One line of the log of access: sign-ins, exports, names unveiled, changes of people; nothing in it is ever changed. */
export interface AccessRow {
  readonly seq: number;
  readonly at: string;
  readonly who: string;
  readonly kind: string;
  readonly subject: string;
  /** JSON. */
  readonly detail: string;
  readonly address: string;
  /** Hash of the line, which holds that of the one before. */
  readonly chain: string;
}

/** The tables of people. */
export interface PeopleTables {
  person: PersonRow;
  person_identity: PersonIdentityRow;
  session: SessionRow;
  invitation: InvitationRow;
  api_token: ApiTokenRow;
  brake: BrakeRow;
  access: AccessRow;
}
