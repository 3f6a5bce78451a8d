import { defineConfig } from 'vite';

/** Build the page's behaviour and style as two files that the page carries inside itself. */
export default defineConfig({
  root: import.meta.dirname,
  logLevel: 'warn',
  build: {
    target: 'es2022',
    cssTarget: 'chrome111',
    lib: { entry: 'src/page.ts', formats: ['iife'], name: 'variorum', fileName: () => 'page.js', cssFileName: 'page' },
  },
});
