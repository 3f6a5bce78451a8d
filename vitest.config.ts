import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: [
      'src/**/*.test.ts',
      'src/**/*.test.tsx',
      'test/**/*.test.ts',
      'bench/**/*.test.ts',
      'web/src/**/*.test.ts',
    ],
    env: { TZ: 'UTC' },
    setupFiles: ['test/kits/property-seed.ts'],
    testTimeout: 60_000,
    // A browser on two busy cores may take seconds to show what a key did.
    expect: { poll: { timeout: 20_000 } },
    // Two cores are what CI has; by default one of them would stand idle.
    maxWorkers: 2,
  },
});
