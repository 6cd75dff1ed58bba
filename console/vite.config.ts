import process from 'node:process';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { compiledWords } from './compiled-words.ts';

/** Where `npm start` answers; `npm run dev` passes on to it what it does not have itself. */
const product = process.env['SSC_URL'] ?? 'http://127.0.0.1:3000';

export default defineConfig({
  root: import.meta.dirname,
  plugins: [compiledWords(), react()],
  server: {
    host: '127.0.0.1',
    port: 5173,
    proxy: { '/v1': product, '/_local': product, '/config.json': product, '/live': { target: product, ws: true } },
  },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    // Nothing inline: the policy of the page allows files of its own only.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    target: ['chrome123', 'firefox125', 'safari17.5'],
  },
});
