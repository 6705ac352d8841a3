import { defineConfig } from 'vite';

/** Builds the server into `dist/`. Packages stay outside; the engine, which is source, goes in. */
export default defineConfig({
  oxc: { decorator: { legacy: true } },
  build: {
    ssr: true,
    target: 'node24',
    outDir: 'dist',
    emptyOutDir: true,
    sourcemap: true,
    minify: false,
    rolldownOptions: {
      input: { server: 'src/server/run.ts', 'emit-schema': 'src/server/emit-schema.ts' },
      output: { entryFileNames: '[name].js' },
    },
  },
  ssr: { noExternal: ['@alur/engine'] },
});
