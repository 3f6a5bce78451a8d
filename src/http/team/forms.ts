import { escapeHtml, printPlain } from '../shell.ts';

/** What a form of ours says, beside its fields. */
interface FormPage {
  readonly name: string;
  /** Proves that the form is ours. */
  readonly form: string;
  readonly refused?: string | undefined;
  /** What people call the place whose accounts do too. */
  readonly provider?: string | undefined;
}

const hidden = (name: string, value: string): string =>
  `<input type="hidden" name="${name}" value="${escapeHtml(value)}">`;
const refusal = (words: string | undefined): string =>
  words === undefined ? '' : `<p class="refused" role="alert">${escapeHtml(words)}</p>`;

interface Field {
  readonly name: string;
  readonly label: string;
  readonly type: 'text' | 'password';
  readonly complete: string;
  readonly value?: string;
}

function printField({ name, label, type, complete, value = '' }: Field): string {
  const given = value === '' ? '' : ` value="${escapeHtml(value)}"`;
  return `<label class="field"><span>${label}</span><input type="${type}" name="${name}" autocomplete="${complete}" required autocapitalize="none" spellcheck="false"${given}></label>`;
}

/** Print a form of one button, which leads to the place whose accounts do too. */
function printWay({ form, provider }: FormPage, fields: Readonly<Record<string, string>>, or: string): string {
  if (provider === undefined) return '';
  const given = Object.entries(fields).map(([name, value]) => hidden(name, value));
  return `<form method="post" action="/sign-in/provider">${hidden('form', form)}${given.join('')}
<p class="act-foot"><button type="submit">Sign in with ${escapeHtml(provider)}</button></p></form>
<p class="note">${or}</p>
`;
}

/** Print the page that a person signs in by. */
export function printSignIn(page: FormPage & { readonly signIn?: string; readonly next: string }): string {
  const { name, form, refused, signIn = '', next } = page;
  return printPlain(
    'Sign in',
    `<main class="plain door"><p class="of">${escapeHtml(name)}</p><h1>Sign in</h1>${refusal(refused)}
${printWay(page, { next }, 'Or by a password of this archive:')}<form method="post" action="/sign-in">${hidden('form', form)}${hidden('next', next)}
${printField({ name: 'signIn', label: 'Name to sign in by', type: 'text', complete: 'username', value: signIn })}
${printField({ name: 'password', label: 'Password', type: 'password', complete: 'current-password' })}
<p class="act-foot"><button type="submit">Sign in</button></p></form>
<p class="note">No account, or the password forgotten: an admin of this archive can send you an address to begin with.</p></main>`,
  );
}

/** Print the page on which somebody who was invited chooses a password. */
export function printInvitation(
  page: FormPage & { readonly person: string; readonly signIn: string; readonly token: string },
): string {
  const { name, form, refused, person, signIn, token, provider } = page;
  const title = provider === undefined ? 'Choose a password' : 'Come in';
  return printPlain(
    title,
    `<main class="plain door"><p class="of">${escapeHtml(name)}</p><h1>${title}</h1>
<p>You are ${escapeHtml(person)} here, and sign in as <b>${escapeHtml(signIn)}</b>.</p>${refusal(refused)}
${printWay(page, { invitation: token }, 'Or choose a password for this archive:')}<form method="post">${hidden('form', form)}<input type="text" name="signIn" value="${escapeHtml(signIn)}" autocomplete="username" class="sr" tabindex="-1" aria-hidden="true" readonly>
${printField({ name: 'password', label: 'Password, 12 characters at the least; several words do well', type: 'password', complete: 'new-password' })}
${printField({ name: 'again', label: 'The same again', type: 'password', complete: 'new-password' })}
<p class="act-foot"><button type="submit">Keep, and go in</button></p></form></main>`,
  );
}

/** Print a sentence with one way on, for what cannot be done. */
export function printDeadEnd(name: string, title: string, words: string): string {
  return printPlain(
    title,
    `<main class="plain door"><p class="of">${escapeHtml(name)}</p><h1>${escapeHtml(title)}</h1><p>${escapeHtml(words)}</p>
<p class="other"><a href="/sign-in">Sign in</a></p></main>`,
  );
}

/** Print the page that leads on to another place, for a browser that does not go by itself. */
export function printOnward(name: string, label: string, address: string): string {
  return printPlain(
    `On to ${label}`,
    `<main class="plain door"><p class="of">${escapeHtml(name)}</p><h1>On to ${escapeHtml(label)}</h1>
<p class="other"><a href="${escapeHtml(address)}">Go on</a></p></main>`,
  );
}
