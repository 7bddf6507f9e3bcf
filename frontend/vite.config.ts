import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  plugins: [react()],
  resolve: { tsconfigPaths: true },
  // A test reads from the programs' sources which keys and codes they send, to see that each has words.
  server: { fs: { allow: ['.', '../services', '../libraries/platform'] } },
  // The gateway puts a fresh nonce here with every page it serves.
  html: { cspNonce: '__CSP_NONCE__' },
  build: {
    target: 'es2022',
    // Inlined files would be data: addresses, which the content policy refuses for fonts and scripts.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rollupOptions: { input: { staff: './staff.html', portal: './portal.html' } },
  },
  test: {
    environment: 'jsdom',
    environmentOptions: { jsdom: { url: 'https://localhost:8443/' } },
    include: ['src/**/*.test.{ts,tsx}'],
    setupFiles: ['./src/test/setup.ts'],
    restoreMocks: true,
    // Typing letter by letter takes its time while other builds share the machine; nothing waits this long otherwise.
    testTimeout: 30_000,
    // The practice is elsewhere than the person who runs the tests: times must come out the same everywhere.
    env: { TZ: 'Asia/Tokyo' },
  },
});
