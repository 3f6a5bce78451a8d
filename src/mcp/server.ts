import { McpServer } from '@modelcontextprotocol/server';
import { RequestError, version } from '../pipeline/index.ts';
import { ArchiveError } from '../service/index.ts';
import { addResources, addressOfText } from './resources.ts';
import type { Tool, ToolContext } from './tool.ts';
import { tools } from './tools/index.ts';

const instructions = [
  'An archive of news reports of violent incidents, accidents and disasters.',
  'Every figure is what reports state, with the exact words, the report and the speaker; a best, low and high follow from a named policy and are no finding of fact.',
  'Quote the words with a figure and name the report. Where ask abstains, say so; do not guess.',
  'Figures change only by people: propose_decision puts a proposal before them.',
].join(' ');

/** Make a server for one connection, or one request. */
export function makeServer(context: ToolContext, complain: (error: unknown) => void): McpServer {
  const server = new McpServer({ name: 'variorum', title: 'Variorum', version }, { instructions });
  for (const tool of tools) addTool(server, tool, context, complain);
  addResources(server, context);
  return server;
}

function addTool(server: McpServer, tool: Tool, context: ToolContext, complain: (error: unknown) => void): void {
  const { name, title, description, input, output, isReadOnly, run } = tool;
  const annotations = {
    title,
    readOnlyHint: isReadOnly,
    destructiveHint: false,
    idempotentHint: true,
    openWorldHint: false,
  };
  const config = { title, description, inputSchema: input, outputSchema: output, annotations };
  server.registerTool(name, config, async (given) => {
    try {
      const { structured, text, links = [] } = await run(context, given as never);
      const linked = links.map(({ article, name: called }) => ({
        ...{
          type: 'resource_link' as const,
          uri: addressOfText(article),
          name: called.slice(0, 120),
          mimeType: 'text/plain',
        },
      }));
      return { structuredContent: structured, content: [{ type: 'text' as const, text }, ...linked] };
    } catch (error) {
      return { isError: true, content: [{ type: 'text' as const, text: sayFailure(error, complain) }] };
    }
  });
}

/** Say what went wrong to whoever asked; of a mistake of ours no more than that it is one. */
function sayFailure(error: unknown, complain: (error: unknown) => void): string {
  if (error instanceof RequestError || error instanceof ArchiveError) return error.message;
  complain(error);
  return 'a mistake of Variorum; its log has more';
}
