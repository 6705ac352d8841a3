import { defineConfig } from 'vite';

/** Builds GraphiQL into `dist/graphiql`, to be served by Alur itself: no content delivery network is asked. */
export default defineConfig({
  root: 'graphiql',
  base: '/graphiql/',
  build: {
    outDir: '../dist/graphiql',
    emptyOutDir: true,
    target: 'es2022',
    chunkSizeWarningLimit: 4_000,
  },
});
