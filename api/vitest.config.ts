import { defineConfig } from 'vitest/config';

export default defineConfig({
  oxc: { decorator: { legacy: true } },
  test: {
    include: ['src/**/*.test.ts'],
    environment: 'node',
    globalSetup: ['src/database/start-databases.test-support.ts'],
    setupFiles: ['reflect-metadata'],
    // A second copy of graphql would make every type of the schema foreign to it.
    server: { deps: { inline: ['type-graphql'] } },
    testTimeout: 30_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
  },
});
