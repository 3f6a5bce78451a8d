import { type McpServer, ResourceTemplate } from '@modelcontextprotocol/server';
import { readReportText } from '../service/index.ts';
import type { ToolContext } from './tool.ts';

/** Characters of one stretch of a report: some 3,000 tokens of English, fewer than an answer may cost in any language. */
const stretchChars = 5000;

/** Address of the text of a report from a place on. */
export function addressOfText(article: string, start = 0): string {
  return `variorum://reports/${encodeURIComponent(article)}/${start}`;
}

/** Let the texts of reports be read, a stretch at a time; where the next begins stands below each. Names are veiled. */
export function addResources(server: McpServer, { room }: ToolContext): void {
  server.registerResource(
    'report',
    new ResourceTemplate('variorum://reports/{article}/{start}', { list: undefined }),
    {
      title: 'Text of a report',
      description:
        'The text of a report from a place on (UTF-16 code units), as quotes count it; names of private persons veiled',
      mimeType: 'text/plain',
    },
    async (uri, { article, start }) => {
      const from = Number(start);
      const found = await readReportText(
        room,
        decodeURIComponent(String(article)),
        Number.isInteger(from) ? from : 0,
        stretchChars,
      );
      const { end, total, report } = found;
      const contents = [{ uri: uri.href, mimeType: 'text/plain', text: found.text }];
      const rest = {
        uri: addressOfText(report.article, end),
        mimeType: 'text/plain',
        text: `The text goes on at ${end} of ${total}.`,
      };
      return { contents: end < total ? [...contents, rest] : contents };
    },
  );
}
