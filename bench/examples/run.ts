import { existsSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { read } from '../../src/index.ts';
import { readGold } from './gold.ts';
import { type Check, scoreStory } from './score.ts';

const folder = fileURLToPath(new URL('../../examples/', import.meta.url));

/** Read every example story and compare the editions with the gold. */
export async function checkExamples(): Promise<readonly Check[]> {
  const stories = readdirSync(folder).filter((name) => existsSync(`${folder}${name}/gold.json`));
  const checks: Check[] = [];
  for (const story of stories.sort()) {
    const paths = [`${folder}${story}/[0-9]*`];
    const [recorder, ucdp] = [await read(paths), await read(paths, { policy: 'ucdp' })];
    const found = scoreStory(readGold(`${folder}${story}/gold.json`), recorder, ucdp);
    checks.push(...found.map((check) => ({ ...check, name: `${story}/${check.name}` })));
  }
  return checks;
}

/** Give the share of checks passed in each family of checks, 0..1, families sorted. */
export function shareByFamily(checks: readonly Check[]): Readonly<Record<string, number>> {
  const families = [...new Set(checks.map(({ family }) => family))].sort();
  return Object.fromEntries(
    families.map((family) => {
      const members = checks.filter((check) => check.family === family);
      return [family, members.filter(({ passed }) => passed).length / members.length];
    }),
  );
}

/** Print the failed checks, and the share passed in each family. */
export function printChecks(checks: readonly Check[]): string {
  const failed = checks.filter(({ passed }) => !passed);
  const lines = failed.map(
    ({ family, name, found }) => `FAIL ${family}: ${name}${found === undefined ? '' : `; found ${found}`}`,
  );
  for (const [family, value] of Object.entries(shareByFamily(checks))) {
    const members = checks.filter((check) => check.family === family);
    lines.push(
      `${family.padEnd(16)} ${value.toFixed(3)}  (${members.filter(({ passed }) => passed).length} of ${members.length})`,
    );
  }
  return `${lines.join('\n')}\n`;
}
