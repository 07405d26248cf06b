import vue from '@vitejs/plugin-vue'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'
import { course } from './scripts/vite/course.ts'
import { figures } from './scripts/vite/figures.ts'
import { nodePackages } from './scripts/vite/node-packages.ts'

const root = fileURLToPath(new URL('.', import.meta.url))

export default defineConfig({
  plugins: [vue(), nodePackages(), course(root), figures(root)],
  test: {
    // A machine that is busy with other steps is no reason to fail.
    testTimeout: 30_000,
    include: [
      'src/**/*.test.ts',
      'scripts/**/*.test.ts',
      'lab-server/**/*.test.ts',
      'tests/conformance/**/*.test.ts',
      'tests/lessons/**/*.test.ts',
    ],
    coverage: {
      provider: 'v8',
      include: ['src/core/protocol/**/*.ts'],
      exclude: ['**/*.test.ts', '**/testing/**'],
      // The engine's own tests know every branch of it.
      thresholds: { branches: 100 },
      reporter: 'text-summary',
    },
  },
})
