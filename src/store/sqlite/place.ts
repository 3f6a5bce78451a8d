import { statfs } from 'node:fs/promises';
import { resolve } from 'node:path';
import { ArchiveError } from '../errors.ts';

/** File systems of other machines by their number in Linux: locks there do not hold what SQLite needs of them. */
const networkDrives: ReadonlyMap<number, string> = new Map([
  [0x6969, 'NFS'],
  [0x517b, 'SMB'],
  [0xff534d42, 'CIFS'],
  [0xfe534d42, 'SMB2'],
  [0x01021997, '9P'],
  [0x5346414f, 'AFS'],
  [0x00c36400, 'Ceph'],
  [0x19830326, 'FhGFS'],
  [0x0bd00bd0, 'Lustre'],
  [0x564c, 'NCP'],
]);

/** Name the network file system of a number `statfs` gives, or of a path `\\server\share`; undefined for a disk of this machine. */
export function nameNetworkDrive(type: number, path: string): string | undefined {
  if (/^(?:\\\\|\/\/)[^\\/?.]/.test(path)) return 'a network share';
  return networkDrives.get(type >>> 0);
}

/** Refuse a folder that lies on another machine. Throws ArchiveError. */
export async function checkPlace(folder: string): Promise<void> {
  const { type } = await statfs(folder);
  const drive = nameNetworkDrive(type, process.platform === 'win32' ? resolve(folder) : '');
  if (drive === undefined) return;
  const message = `${folder}: it lies on a network drive (${drive}), where two machines can spoil an archive; keep it on a disk of this machine, or use PostgreSQL`;
  throw new ArchiveError('archive/network-drive', message);
}
