import { defineConfig } from 'vite';

/** Build the page's behaviour and style as two files that the page carries inside itself. */
export default defineConfig({
  root: import.meta.dirname,
  logLevel: 'warn',
  // The nouns carry their schemas; in the page they would only weigh.
  resolve: { alias: { zod: new URL('src/no-schema.ts', import.meta.url).pathname } },
  build: {
    target: 'es2022',
    cssTarget: 'chrome111',
    lib: { entry: 'src/page.ts', formats: ['iife'], name: 'variorum', fileName: () => 'page.js', cssFileName: 'page' },
  },
});
