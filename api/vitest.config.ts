import { defineConfig } from 'vitest/config';

export default defineConfig({
  oxc: { decorator: { legacy: true } },
  // Node takes graphql's CommonJS build for every package. Vite would take the other one for what it bundles, and
  // a second copy makes every type of the schema foreign to the first.
  resolve: { alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }] },
  test: {
    include: ['src/**/*.test.ts'],
    environment: 'node',
    globalSetup: ['src/database/start-databases.test-support.ts'],
    setupFiles: ['reflect-metadata'],
    server: { deps: { inline: ['type-graphql'] } },
    testTimeout: 30_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
  },
});
