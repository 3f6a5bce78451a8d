import { defineConfig } from 'vite';

/** Build the reading room beside the page, whose parts and style it shares. */
export default defineConfig({
  root: import.meta.dirname,
  logLevel: 'warn',
  resolve: { alias: { zod: new URL('src/no-schema.ts', import.meta.url).pathname } },
  build: {
    target: 'es2022',
    cssTarget: 'chrome111',
    emptyOutDir: false,
    lib: {
      entry: new URL('src/reading-room.ts', import.meta.url).pathname,
      formats: ['iife'],
      name: 'variorumRoom',
      fileName: () => 'room.js',
      cssFileName: 'room',
    },
  },
});
