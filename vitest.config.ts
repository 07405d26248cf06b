import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: [
      'src/**/*.test.ts',
      'scripts/**/*.test.ts',
      'lab-server/**/*.test.ts',
      'tests/conformance/**/*.test.ts',
    ],
    coverage: { provider: 'v8', include: ['src/core/protocol/**/*.ts'], exclude: ['**/*.test.ts'] },
  },
})
