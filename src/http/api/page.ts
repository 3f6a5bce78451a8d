import { operations } from './operations/index.ts';

const spell = (words: string): string => words.replace(/[&<>"]/g, (letter) => `&#${letter.codePointAt(0) ?? 0};`);

/** Print the page that lists what a program can ask; it runs no script. */
export function printApiPage(): string {
  const rows = operations
    .map(({ method, path, summary, role }) => {
      const way = `<code>${method.toUpperCase()} ${spell(path)}</code>`;
      return `<tr><td>${way}</td><td>${spell(summary)}</td><td>${role}</td></tr>`;
    })
    .join('\n');
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>Variorum: the API</title>
<meta name="viewport" content="width=device-width"><link rel="stylesheet" href="/room.css"></head>
<body><main>
<h1>The API</h1>
<p>All of it lies under <code>/api/v1</code>; <a href="/api/v1/openapi.json">openapi.json</a> describes it in full (OpenAPI 3.1).
Programs send <code>Authorization: Bearer</code> and a token. What goes wrong is told as a problem (RFC 9457).</p>
<table><thead><tr><th>Request</th><th>What for</th><th>Least role</th></tr></thead>
<tbody>
${rows}
</tbody></table>
</main></body></html>
`;
}
