import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

// The development server passes what is not a page on to services that run beside it, as the frontend service does.
const api = 'http://127.0.0.1:8000';
const dashboard = 'http://127.0.0.1:8001';

export default defineConfig({
  plugins: [react()],
  build: {
    target: 'es2023',
    rollupOptions: { input: { index: 'index.html', wall: 'wall.html' } },
    // Every part is a file of its own address: the content security policy allows no data: scripts or styles.
    assetsInlineLimit: 0,
    reportCompressedSize: false,
  },
  server: {
    host: '127.0.0.1',
    port: 3000,
    proxy: { '/api': api, '/dashboard': dashboard, '/ws': { target: dashboard, ws: true } },
  },
});
