/**
 * Measure: `npm run bench` the speed of reading, `npm run bench -- archive` the archive, `-- room` the reading room, `-- api` what programs are
 * answered, `-- mcp` what assistants are; each with options of its own.
 */
const [what = ''] = process.argv.slice(2);
await import(['archive', 'room', 'api', 'mcp'].includes(what) ? `./${what}.ts` : './speed.ts');
