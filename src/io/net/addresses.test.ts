import { describe, expect, it } from 'vitest';
import { checkAddress, isPublicAddress, makeLookup } from './addresses.ts';

const [never, always] = [() => false, () => true];

describe('isPublicAddress', () => {
  it.each(['93.184.215.14', '8.8.8.8', '2606:2800:21f:cb07:6820:80da:af6b:8b2c', '::ffff:8.8.8.8'])(
    'takes %s for public',
    (address) => expect(isPublicAddress(address)).toBe(true),
  );

  it.each([
    ['this machine', ['127.0.0.1', '127.8.9.1', '::1', '0.0.0.0', '::']],
    ['private networks', ['10.0.0.1', '172.16.0.1', '172.31.255.255', '192.168.1.1', 'fd00::1', 'fc00::1']],
    ['the link', ['169.254.169.254', 'fe80::1', 'fe80::1%eth0']],
    ['a carrier', ['100.64.0.1', '100.127.255.255']],
    [
      'IPv4 inside IPv6',
      ['::ffff:127.0.0.1', '::ffff:10.0.0.1', '::127.0.0.1', '64:ff9b::7f00:1', '2002:7f00:1::', '2001:0:53aa::1'],
    ],
    [
      'reserved ranges',
      ['240.0.0.1', '255.255.255.255', '198.18.0.1', '192.0.2.1', '203.0.113.1', '2001:db8::1', 'fec0::1', '100::1'],
    ],
    ['many at once', ['224.0.0.1', 'ff02::1']],
    ['nobody', ['', 'localhost', '1.2.3', 'x']],
  ])('refuses addresses of %s', (_, addresses) => {
    expect(addresses.filter(isPublicAddress)).toEqual([]);
  });
});

describe('checkAddress', () => {
  it.each([
    'http://127.0.0.1/',
    'http://127.1/',
    'http://2130706433/',
    'http://0x7f.0.0.1/',
    'http://0177.0.0.1/',
    'http://[::1]/',
    'http://[::ffff:169.254.169.254]/latest/meta-data',
    'http://169.254.169.254/',
    'https://10.1.2.3:8443/x',
  ])('refuses %s, unless private addresses are allowed', (address) => {
    expect(() => checkAddress(address, never)).toThrow(/private network/);
    expect(checkAddress(address, always).hostname).not.toBe('');
  });

  it.each([
    'file:///etc/passwd',
    'ftp://ledger.example/1',
    'gopher://ledger.example',
    'https://ada:word@ledger.example/',
    'http://',
  ])('refuses %s always', (address) => expect(() => checkAddress(address, always)).toThrow());

  it('takes a page of the web, without its fragment', () => {
    expect(checkAddress('https://ledger.example/1?a=b#c', never).href).toBe('https://ledger.example/1?a=b');
  });
});

describe('makeLookup', () => {
  const ask = (found: readonly string[], all: boolean, allowPrivate = false) =>
    new Promise((resolve, reject) => {
      makeLookup(
        () => allowPrivate,
        async () => found,
      )('ledger.example', { all }, (error, address) => (error === null ? resolve(address) : reject(error)));
    });

  it('hands over what it has checked', async () => {
    expect(await ask(['8.8.8.8', '2606:4700::1'], true)).toEqual([
      { address: '8.8.8.8', family: 4 },
      { address: '2606:4700::1', family: 6 },
    ]);
    expect(await ask(['8.8.8.8'], false)).toBe('8.8.8.8');
    expect(await ask(['127.0.0.1'], false, true)).toBe('127.0.0.1');
  });

  it.each([[['127.0.0.1']], [['8.8.8.8', '10.0.0.1']], [['8.8.8.8', '::ffff:192.168.0.1']]])(
    'refuses a name with a private address: %j',
    async (found) => {
      await expect(ask(found, true)).rejects.toMatchObject({ code: 'fetch/private-address' });
      await expect(ask(found, false)).rejects.toMatchObject({ code: 'fetch/private-address' });
    },
  );

  it('refuses a name without addresses', async () => {
    await expect(ask([], true)).rejects.toMatchObject({ code: 'fetch/no-such-host' });
  });
});
