/** Measure: `npm run bench` the speed of reading, `npm run bench -- archive` the archive, `-- room` the reading room, `-- mcp` what assistants are answered; each with options of its own. */
const [what] = process.argv.slice(2);
await import(
  what === 'archive' ? './archive.ts' : what === 'room' ? './room.ts' : what === 'mcp' ? './mcp.ts' : './speed.ts'
);
