import { defineConfig } from 'vitest/config'
import { nodePackages } from './scripts/vite/node-packages.ts'

export default defineConfig({
  plugins: [nodePackages()],
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
