import { createMcpHandler } from '@modelcontextprotocol/server';
import { serveStdio } from '@modelcontextprotocol/server/stdio';
import { makeServer } from './server.ts';
import type { ToolContext } from './tool.ts';

/** Told of what is our own mistake; never on standard output, which the protocol has. */
type Complain = (error: unknown) => void;

/** Serve an assistant over standard input and output until it hangs up. */
export async function serveAssistant(context: ToolContext, complain: Complain): Promise<void> {
  const handle = serveStdio(() => makeServer(context, complain), { onerror: complain });
  await new Promise<void>((resolve) => {
    process.stdin.once('end', resolve);
    process.stdin.once('close', resolve);
    process.once('SIGINT', resolve);
    process.once('SIGTERM', resolve);
  });
  await handle.close();
}

/** Answers requests of streamable HTTP, each for whoever asks. */
export type AssistantHandler = (request: Request, context: ToolContext) => Promise<Response>;

/** Make the answering of assistants over streamable HTTP; who asks is known before. */
export function makeAssistantHandler(complain: Complain): AssistantHandler {
  return async (request, context) => {
    const handler = createMcpHandler(() => makeServer(context, complain), { onerror: complain });
    return handler.fetch(request);
  };
}
