import { createWriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import { gzipSync } from 'node:zlib';
import { generateArticles, type InventedArticle, makeDice } from '../run/generate.ts';

/** What an archive contains. */
export interface WebArchive {
  readonly bytes: number;
  readonly records: number;
  /** Distinct pages answered with status 200; so many reports must be read from the archive. */
  readonly reports: number;
  readonly unpackedBytes: number;
}

const paragraphsOfOthers = 12;
const randomBytes = 4_000_000;

/**
 * Write a web archive of about `bytes` compressed bytes as a crawler does, each record gzipped by itself.
 *
 * It has reports in pages of some 70 KB with menus, scripts and inlined pictures; requests, redirects, pictures, pages that
 * were gone, and pages fetched twice.
 */
export async function writeArchive(path: string, bytes: number, seed: number): Promise<WebArchive> {
  const file = createWriteStream(path);
  const dice = makeDice(seed);
  const noise = makeNoise(dice);
  const sum = { bytes: 0, records: 0, reports: 0, unpackedBytes: 0 };
  const add = async (record: string): Promise<void> => {
    const packed = gzipSync(record, { level: 1 });
    sum.bytes += packed.length;
    sum.records += 1;
    sum.unpackedBytes += record.length;
    if (!file.write(packed)) await new Promise<void>((resolve) => file.once('drain', resolve));
  };
  await add(makeRecord('warcinfo', 'urn:info', 'application/warc-fields', 'software: invented/1.0\r\n'));
  for (let batch = 0; sum.bytes < bytes; batch += 1) {
    for (const article of generateArticles(200, seed + batch)) {
      if (sum.bytes >= bytes) break;
      const url = `${article.url}-${batch}`;
      await add(makeRecord('request', url, 'application/http; msgtype=request', `GET / HTTP/1.1\r\n\r\n`));
      const page = makePage({ ...article, url }, dice, noise);
      await add(answer(url, '200 OK', 'text/html; charset=utf-8', page));
      sum.reports += 1;
      const other = dice(50);
      if (other === 0) await add(answer(`${url}/copy`, '200 OK', 'text/html; charset=utf-8', page));
      else if (other === 1) await add(answer(`${url}/gone`, '404 Not Found', 'text/html', '<p>Not found</p>'));
      else if (other === 2) await add(answer(`${url}/a.jpg`, '200 OK', 'image/jpeg', noise.slice(0, 30_000)));
    }
  }
  file.end();
  await finished(file);
  return sum;
}

/** Make text that does not compress, like that of scripts and pictures. */
function makeNoise(dice: (limit: number) => number): string {
  const bytes = new Uint8Array(randomBytes);
  for (let at = 0; at < bytes.length; at += 1) bytes[at] = dice(256);
  return Buffer.from(bytes).toString('base64');
}

function makePage(article: InventedArticle, dice: (limit: number) => number, noise: string): string {
  const slice = (length: number): string => {
    const start = dice(noise.length - length);
    return noise.slice(start, start + length);
  };
  const links = Array.from({ length: 40 }, (_, at) => `<li><a href="/${at}">Section ${at} ${slice(8)}</a></li>`);
  const others = Array.from(
    { length: paragraphsOfOthers },
    (_, at) =>
      `<div class="teaser"><h3><a href="/t/${at}">Story ${slice(12)}</a></h3><img src="/i/${slice(20)}.jpg"></div>`,
  );
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${article.title}</title>
<meta property="og:url" content="${article.url}"><meta property="article:published_time" content="${article.date_publish.slice(0, 10)}">
<script>var data="${slice(22_000)}"</script><style>${'.a{color:#111;margin:0 auto}'.repeat(800)}</style></head>
<body><nav><ul>${links.join('')}</ul></nav><main><article><h1>${article.title}</h1>
${article.maintext
  .split('\n\n')
  .map((paragraph) => `<p>${paragraph}</p>`)
  .join('\n')}
<figure><img alt="" src="data:image/png;base64,${slice(12_000)}"></figure></article></main>
<section class="more">${others.join('')}</section><footer><p>Terms of use. All rights reserved.</p></footer></body></html>`;
}

function answer(url: string, status: string, type: string, body: string): string {
  return makeRecord(
    'response',
    url,
    'application/http; msgtype=response',
    `HTTP/1.1 ${status}\r\nContent-Type: ${type}\r\n\r\n${body}`,
  );
}

function makeRecord(type: string, url: string, contentType: string, block: string): string {
  return `WARC/1.1\r\nWARC-Type: ${type}\r\nWARC-Target-URI: ${url}\r\nWARC-Date: 2026-01-01T00:00:00Z\r\nContent-Type: ${contentType}\r\nContent-Length: ${Buffer.byteLength(block)}\r\n\r\n${block}\r\n\r\n`;
}
