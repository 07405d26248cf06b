import { defineConfig } from 'vitest/config'

/** `vitest run --config vitest.conformance.config.ts`: the in-page world beside the browser's own. */
export default defineConfig({
  test: { include: ['tests/conformance/suite.ts'], testTimeout: 60_000, hookTimeout: 60_000 },
})
