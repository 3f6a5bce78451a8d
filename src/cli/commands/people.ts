import { defined } from '../../model/index.ts';
import {
  type Account,
  type Archive,
  addPerson,
  changePerson,
  findPerson,
  invite,
  listAccounts,
  type Role,
  roles,
} from '../../service/index.ts';
import { archiveArgs, nameUser, withArchive, writingArgs } from '../archives.ts';
import { makeCommand } from '../command.ts';
import { exitCodes, UsageError } from '../failure.ts';
import { print } from '../output.ts';

const actions = ['list', 'add', 'invite', 'role', 'disable', 'enable'] as const;
type Action = (typeof actions)[number];
const usualUrl = 'http://127.0.0.1:8417';

/** Look after the people who sign in to a reading room. */
export const peopleCommand = makeCommand({
  meta: {
    name: 'variorum people',
    description:
      'Look after the people who sign in to the reading room of an archive: list, add, invite, role, disable, enable',
  },
  args: {
    action: { type: 'positional', description: `One of ${actions.join(', ')}`, valueHint: 'ACTION', required: true },
    ...archiveArgs,
    ...writingArgs,
    name: { type: 'string', description: 'Who: what the log calls them, or what they sign in by', valueHint: 'NAME' },
    'sign-in': {
      type: 'string',
      description: 'What they type to sign in (default: made from the name)',
      valueHint: 'NAME',
    },
    role: { type: 'enum', options: [...roles], description: 'What they may do' },
    unveils: { type: 'boolean', description: 'They may see names of private persons, saying why each time' },
    'public-url': {
      type: 'string',
      description: 'Where browsers reach the room, for the address that is printed',
      default: usualUrl,
      valueHint: 'URL',
    },
  },
  help: {
    usage: 'ACTION ARCHIVE',
    examples: [
      "variorum people add archive/ --name 'A. Recorder' --role admin",
      'variorum people list archive/',
      "variorum people disable archive/ --name 'A. Recorder'",
    ],
    groups: { Who: ['name', 'sign-in', 'role', 'unveils'], 'As the log says, and where': ['by', 'public-url'] },
  },
  run: async ({ args: given }) => {
    const action = actions.find((one) => one === given.action);
    if (action === undefined) throw new UsageError(`${given.action}: give one of ${actions.join(', ')}`);
    const { name, by, role, unveils, 'sign-in': signIn, 'public-url': url } = given;
    const asked: Asked = { action, url, ...defined({ name, by, role, unveils, signIn }) };
    await withArchive(given.archive, defined({ by: given.by }), async (archive) => print(await act(archive, asked)));
    return exitCodes.done;
  },
});

interface Asked {
  readonly action: Action;
  readonly url: string;
  readonly by?: string;
  readonly name?: string;
  readonly signIn?: string;
  readonly role?: string;
  readonly unveils?: boolean;
}

/** Do one thing, and say what came of it. */
async function act(archive: Archive, asked: Asked): Promise<string> {
  const { action, by = nameUser(), unveils = false } = asked;
  const actor = { who: by, address: '' };
  if (action === 'list') return (await listAccounts(archive)).map(sayAccount).join('');
  const name = asked.name ?? '';
  if (name === '') throw new UsageError('--name: say who');
  if (action === 'add') {
    const made = await addPerson(archive, actor, {
      name,
      role: readRole(asked),
      unveils,
      ...defined({ signIn: asked.signIn }),
    });
    return sayInvitation(made, asked, await invite(archive, actor, made.id));
  }
  const person = await findPerson(archive, name);
  if (person === undefined) throw new UsageError(`--name ${name}: nobody is called so here; see variorum people list`);
  if (action === 'invite') return sayInvitation(person, asked, await invite(archive, actor, person.id));
  const change = action === 'role' ? { role: readRole(asked), unveils } : { disabled: action === 'disable' };
  await changePerson(archive, actor, person.id, change);
  return `${person.name}: ${action === 'role' ? readRole(asked) : `${action}d`}\n`;
}

function readRole({ role: given }: Asked): Role {
  const role = roles.find((one) => one === given);
  if (role === undefined) throw new UsageError(`--role: give one of ${roles.join(', ')}`);
  return role;
}

function sayInvitation(
  { name, role }: { readonly name: string; readonly role: Role },
  { url }: Asked,
  token: string,
): string {
  return `${name}, ${role}. By this address, good once and for a week, a password is chosen:\n\n  ${url}/invitation/${token}\n`;
}

function sayAccount({ name, signIn, role, unveils, hasPassword, issuers, invitedUntil, disabledAt }: Account): string {
  const ways = [
    hasPassword ? 'password' : '',
    ...issuers,
    invitedUntil === undefined ? '' : `invited until ${invitedUntil.slice(0, 10)}`,
    unveils ? 'sees names' : '',
    disabledAt === undefined ? '' : `disabled ${disabledAt.slice(0, 10)}`,
  ].filter((way) => way !== '');
  return `${[name, signIn, role, ...ways].join(' · ')}\n`;
}
