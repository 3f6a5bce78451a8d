import type { Context } from 'hono';
import { publish } from '../pipeline/index.ts';
import { chooseRows, openRecord, type Room } from '../service/index.ts';
import { escapeHtml } from './shell.ts';

/** No script at all; the style stands in the page, which is one file. */
const policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; frame-ancestors 'none'";
const shown = 2000;

/** List the incidents as links, for a browser without scripts. */
export function sendList(context: Context, room: Room, name: string): Response {
  const rows = chooseRows(room.board.values(), { sort: 'date', descending: true }).slice(0, shown);
  const lines = rows.map(
    ({ id, title }) => `<li><a href="/plain/${encodeURIComponent(id)}">${escapeHtml(title)}</a></li>`,
  );
  const page = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(name)}</title><link rel="stylesheet" href="/room.css"></head>
<body><main class="plain-list"><h1>${escapeHtml(name)}</h1><p class="note">${rows.length} incidents, the latest first; each with its reports.</p><ul>
${lines.join('\n')}
</ul></main></body></html>
`;
  return context.html(page);
}

/** Print a record with its reports as the page of an edition, which is complete without scripts; names are veiled. */
export async function sendRecord(context: Context, room: Room, incident: string): Promise<Response> {
  const { edition } = await openRecord(room, incident);
  const { content } = await publish(edition, 'html');
  return context.body(String(content), 200, {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': policy,
  });
}
