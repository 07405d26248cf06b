import { defineConfig } from 'vitest/config'
import { nodePackages } from './scripts/vite/node-packages.ts'

/**
 * `vitest run --config vitest.interop.config.ts`: against other implementations, over real sockets.
 * `--mode quick` leaves out what needs programs beyond a Chromium: `*.external.test.ts`.
 */
export default defineConfig(({ mode }) => ({
  plugins: [nodePackages()],
  test: {
    include: ['tests/interop/**/*.test.ts'],
    exclude: mode === 'quick' ? ['**/*.external.test.ts'] : [],
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
}))
