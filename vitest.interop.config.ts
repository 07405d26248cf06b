import { defineConfig } from 'vitest/config'

/** `vitest run --config vitest.interop.config.ts`: against other implementations, over real sockets. */
export default defineConfig({
  test: { include: ['tests/interop/**/*.test.ts'], testTimeout: 60_000, hookTimeout: 60_000 },
})
