/** Addresses of views; each is answered with the same page, whose script shows the view. */
export const viewPaths = [
  '/',
  '/incidents',
  '/incidents/:incident',
  '/queue',
  '/reports',
  '/reports/:article',
  '/map',
  '/timeline',
  '/editions',
  '/agreement',
  '/code/:incident',
  '/adjudicate/:incident/:attribute',
  '/log',
  '/people',
  '/access',
  '/settings',
  '/help',
] as const;

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
/** Write words so that they are words in a page, whatever stands in them. */
export const escapeHtml = (words: string): string => words.replace(/[&<>"]/g, (sign) => escapes[sign] ?? sign);

/** Print the page that the views are shown in; without a session, what to do to be let in. */
export function printShell(name: string, isKnown: boolean, detail?: string): string {
  const words =
    detail ?? 'Open the address that variorum serve printed. Its token is good once; start it again for another.';
  const body = isKnown
    ? `<div id="room"><p class="waiting">${escapeHtml(name)}</p></div>
<noscript><main class="plain"><h1>${escapeHtml(name)}</h1><p>Deciding needs a script. <a href="/plain">Read the records without one.</a></p></main></noscript>
<script src="/room.js"></script>`
    : `<main class="plain"><h1>${escapeHtml(name)}</h1><p>${escapeHtml(words)}</p><p class="other"><a href="/">To the front page</a></p></main>`;
  return printPlain(name, body);
}

/** Print a page of words and forms, in the type of the room. */
export function printPlain(title: string, body: string): string {
  return `<!doctype html>
<html lang="en" class="in-room">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escapeHtml(title)} · Variorum</title>
<link rel="stylesheet" href="/room.css">
<link rel="icon" href="data:,">
</head>
<body>
${body}
</body>
</html>
`;
}
