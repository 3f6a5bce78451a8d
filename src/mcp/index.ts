export { type AssistantHandler, makeAssistantHandler, serveAssistant } from './serve.ts';
export type { ToolContext } from './tool.ts';
