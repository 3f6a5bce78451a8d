export * from './csv.ts';
export { type HtmlAssets, type HtmlOptions, publishHtml } from './html/index.tsx';
export * from './json.ts';
export * from './markdown.ts';
export * from './summary.ts';
