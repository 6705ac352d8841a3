import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

/** Where `pnpm --filter @alur/designer dev` finds the server. */
const API_URL = process.env.ALUR_API_URL ?? 'http://localhost:4000';

/** Libraries that change seldom, in files of their own, so that a new release leaves them in the browser's cache. */
const CHUNKS = [
  { name: 'react', test: /node_modules[\\/](\.pnpm[\\/])?(react|react-dom|scheduler)[@\\/]/ },
  { name: 'mantine', test: /node_modules[\\/].*@mantine/ },
  { name: 'apollo', test: /node_modules[\\/].*(@apollo[+\\/]client|graphql|rxjs)/ },
];

export default defineConfig({
  plugins: [react()],
  server: {
    port: 5173,
    proxy: { '/graphql': { target: API_URL, ws: true, changeOrigin: false } },
  },
  build: {
    outDir: 'dist',
    target: 'es2023',
    chunkSizeWarningLimit: 1600,
    rolldownOptions: { output: { codeSplitting: { groups: CHUNKS } } },
  },
  test: { include: ['src/**/*.test.ts'], environment: 'node' },
});
