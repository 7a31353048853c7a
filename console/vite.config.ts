import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig(({ command }) => {
  // Started from a test run, a build would else ship the slow, chatty edition of the libraries.
  if (command === 'build') process.env['NODE_ENV'] = 'production';
  return {
    plugins: [react()],
    // One file for all that is needed at 3 a.m.: no such screen may hang on a chunk that a deployment has taken
    // away. Only the editor of promises is loaded apart.
    build: { outDir: 'dist', emptyOutDir: true, chunkSizeWarningLimit: 700 },
    server: {
      host: '127.0.0.1',
      proxy: {
        '/api': 'http://127.0.0.1:8080',
        '/auth': 'http://127.0.0.1:8080',
        '/socket': { target: 'ws://127.0.0.1:8080', ws: true },
      },
    },
  };
});
