import vue from '@vitejs/plugin-vue'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'
import { course } from './scripts/vite/course.ts'
import { figures } from './scripts/vite/figures.ts'
import { monaco } from './scripts/vite/monaco.ts'
import { nodePackages } from './scripts/vite/node-packages.ts'

const root = fileURLToPath(new URL('.', import.meta.url))
/** Far above what any test takes: a limit for one that hangs, never for a machine that is busy. */
const HANGING = 10 * 60_000

interface ProjectOptions {
  readonly include: string[]
  readonly exclude?: string[]
  readonly isolate?: boolean
  /** How often a test that fails is tried again. `npm test` names what passed only then. */
  readonly retry?: number
}

/**
 * Programs that wait at their top level while virtual time goes on, and scenarios in threads. A thread
 * that has imported thousands of modules starts them so slowly that the time of the first is over
 * before they begin, and the others take ten times as long.
 */
const inOwnThreads = [
  'lab-server/scenario/course-scenarios.test.ts',
  'src/in-page-network/broker/redis.test.ts',
  'src/in-page-network/server/processes.test.ts',
  'src/in-page-network/reverse-proxy/several-servers.test.ts',
]

/** `vitest run --project <name>`. `npm test` runs the first six, `unit` in parts. */
const projects: Readonly<Record<string, ProjectOptions>> = {
  unit: {
    // Files share the modules they import, which halves the time: none may leave a trace in one.
    isolate: false,
    exclude: ['src/stores/**', ...inOwnThreads],
    include: [
      'src/**/*.test.ts',
      'scripts/**/*.test.ts',
      'lab-server/**/*.test.ts',
      'tests/{break-it,conformance,lessons}/**/*.test.ts',
      'tests/hostile/lab-server.test.ts',
    ],
  },
  /**
   * Each file in a thread of its own: the stores, where some put another sandbox in place of the real
   * one, and what a long-lived thread would slow down.
   */
  isolated: {
    include: ['src/stores/**/*.test.ts', 'tests/hostile/stored-states.test.ts', ...inOwnThreads],
  },
  /** Servers in the page beside the real Node, each a process: apart, because one must find no `Buffer`. */
  node: { include: ['tests/node/**/*.test.ts'] },
  /** The in-page world beside the browser's own. */
  conformance: { include: ['tests/conformance/**/suite.ts'], retry: 1 },
  /** The observed WebSocket beside the bare one. */
  identity: { include: ['tests/identity/chromium.ts'], retry: 1 },
  /** Other implementations, over real sockets. */
  interop: {
    include: ['tests/interop/*.test.ts'],
    exclude: ['**/*.external.test.ts'],
    retry: 1,
  },
  /** The same with programs that not every machine has: Firefox, tshark. */
  'interop-external': { include: ['tests/interop/*.external.test.ts'] },
  /** Programs that do what no lesson does, and an intrinsic of the realm replaced at a time. */
  hostile: { include: ['tests/hostile/hostile.test.ts'] },
  /** Tests that take minutes. */
  long: { include: ['tests/long/*.test.ts'] },
}

/** What the tests of its own folder of core go through branch by branch. */
export const wholly: readonly string[] = [
  'src/core/protocol/**',
  'src/core/checks/check.ts',
  'src/core/checks/checker.ts',
  'src/core/checks/condition-schema.ts',
  'src/core/checks/explain.ts',
  'src/core/checks/rule.ts',
  'src/core/checks/rules/count.ts',
  'src/core/checks/rules/index.ts',
  'src/core/checks/rules/never.ts',
  'src/core/checks/rules/wire.ts',
  'src/core/trace/export/capture/conversation.ts',
  'src/core/trace/export/capture/passage.ts',
  'src/core/trace/export/connection-events.ts',
  'src/core/trace/event-limits.ts',
  'src/core/trace/remote-value.ts',
  'src/core/trace/schema.ts',
  'src/core/trace/wiretap/address.ts',
  'src/core/trace/wiretap/clock.ts',
]

export default defineConfig({
  plugins: [vue(), nodePackages(), course(root), figures(root), monaco(root)],
  test: {
    testTimeout: HANGING,
    hookTimeout: HANGING,
    projects: Object.entries(projects).map(([name, files]) => ({
      extends: true,
      // A thread starts faster than a process.
      test: { name, pool: 'threads', ...files },
    })),
    coverage: {
      provider: 'v8',
      include: ['src/core/{protocol,trace,checks}/**/*.ts'],
      exclude: ['**/*.test.ts', '**/testing/**'],
      reporter: 'text-summary',
      thresholds: Object.fromEntries(wholly.map((glob) => [glob, { branches: 100 }])),
    },
  },
})
