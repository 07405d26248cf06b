import { defineConfig } from 'vitest/config'

/** `vitest run --config vitest.identity.config.ts`: the observed WebSocket beside the bare one. */
export default defineConfig({
  test: { include: ['tests/identity/chromium.ts'], testTimeout: 60_000, hookTimeout: 60_000 },
})
