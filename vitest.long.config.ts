import { defineConfig } from 'vitest/config'

/** `vitest run --config vitest.long.config.ts`: tests that take minutes. */
export default defineConfig({
  test: { include: ['tests/long/**/*.test.ts'], testTimeout: 30 * 60 * 1000 },
})
