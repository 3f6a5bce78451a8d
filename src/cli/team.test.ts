import { expect, it } from 'vitest';
import { readTeam } from './team.ts';

const provider = { 'oidc-issuer': 'https://accounts.example/realm', 'oidc-client': 'room' };

it('reads who vouches for people, with the secret from the environment', () => {
  expect(readTeam({ team: true, ...provider }, { VARIORUM_OIDC_SECRET: 'hidden' })?.provider).toEqual({
    ...{ issuer: 'https://accounts.example/realm', clientId: 'room', clientSecret: 'hidden' },
    label: 'accounts.example',
  });
  expect(readTeam({ team: true, ...provider, 'oidc-name': 'The Desk' }, {})?.provider?.label).toBe('The Desk');
  expect(readTeam({ team: true, ...provider, 'oidc-issuer': 'http://127.0.0.1:8080' }, {})?.provider).toBeDefined();
  expect([readTeam({ team: true }, {}), readTeam({}, {})]).toEqual([{}, undefined]);
});

it.each([
  [{ ...provider }, 'go with --team'],
  [{ team: true, 'oidc-issuer': 'https://accounts.example' }, 'go together'],
  [{ team: true, ...provider, 'oidc-issuer': 'http://accounts.example' }, 'give an address such as https'],
  [{ team: true, ...provider, 'oidc-issuer': 'http://127.evil.example' }, 'give an address such as https'],
  [{ team: true, ...provider, 'oidc-issuer': 'accounts' }, 'give an address such as https'],
  [{ team: true, 'public-url': 'https://room.example/path' }, 'without a path'],
  [{ team: true, 'trust-proxy': 'proxy' }, 'give addresses'],
])('refuses %j', (given, words) => {
  expect(() => readTeam(given, {})).toThrow(words);
});
