// Who may import whom. Each rule lists, for one part of the house, all it may reach of ours.
const parts = {
  'src/core/protocol': [],
  'src/core/program': ['src/core/trace/event-limits.ts', 'src/core/trace/shape.ts'],
  'src/core/endpoint': ['src/core/highlight', 'src/core/program'],
  'src/core/highlight': [],
  'src/core/sequence': [],
  'src/core/trace': ['src/core/protocol', 'src/core/sequence'],
  'src/core/console': ['src/core/trace'],
  'src/core/checks': ['src/core/trace', 'src/core/protocol'],
  'src/core/schedule': ['src/core/checks', 'src/core/trace'],
  'src/core/data': [],
  'src/core/libraries': ['src/core/program'],
  'src/core/locale': [],
  'src/core/lesson': [
    'src/core/locale',
    'src/core/trace',
    'src/core/checks',
    'src/core/protocol',
    'src/core/program',
    'src/core/sequence',
    'src/core/schedule',
  ],
  'src/core/search': ['src/core/lesson'],
  'src/core/share': [
    'src/core/data',
    'src/core/lesson',
    'src/core/program',
    'src/core/trace',
    'src/core/protocol',
  ],
  'src/in-page-network': ['src/core'],
  'src/sandbox': ['src/core'],
  'src/run': ['src/core', 'src/sandbox/host.ts', 'src/sandbox/host', 'src/sandbox/messages.ts'],
  'src/stores': [
    'src/run',
    'src/core',
    'src/sandbox/host.ts',
    'src/sandbox/host',
    'src/sandbox/messages.ts',
    'src/locales',
  ],
  'src/ui': ['src/locales'],
  'src/locales': ['src/core/locale'],
  'src/figures': ['src/ui', 'src/core', 'src/locales', 'src/in-page-network/index.ts'],
  'lab-server': ['src/core', 'scenarios'],
}

/** @param {readonly string[]} paths */
const pattern = (paths) => `^(${paths.map((path) => path.replaceAll('.', '\\.')).join('|')})(/|$)`
const ours = '^(src|lab-server|scenarios|lessons|libraries|tests|scripts|bench)/'
const tests = '\\.test\\.ts$|/testing/'

/** @type {import('dependency-cruiser').IForbiddenRuleType[]} */
const partRules = Object.entries(parts).map(([part, allowed]) => ({
  name: `${part}-imports`,
  severity: 'error',
  from: { path: pattern([part]), pathNot: tests },
  to: { path: ours, pathNot: pattern([part, ...allowed]) },
}))

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    ...partRules.filter((rule) => rule.name !== 'src/sandbox-imports'),
    {
      name: 'sandbox-imports',
      comment:
        'Only the guest, which runs inside the sandbox, knows the in-page network; the page reads server programs for it.',
      severity: 'error',
      from: { path: '^src/sandbox/', pathNot: `${tests}|^src/sandbox/guest` },
      to: {
        path: ours,
        pathNot:
          '^src/(sandbox|core|in-page-network/(network|server/read-server-source)\\.ts)(/|$)',
      },
    },
    {
      name: 'sandbox-guest-imports',
      severity: 'error',
      from: { path: '^src/sandbox/guest' },
      to: { path: ours, pathNot: '^src/(sandbox|core|in-page-network)/' },
    },
    {
      name: 'no-traits-in-the-sandbox',
      comment:
        'Traits and looks of events would be in sandbox.html twice: what runs in the sandbox, or makes its events, knows their types only.',
      severity: 'error',
      from: {
        path: '^src/(sandbox/(guest|messages|instrument|native-websocket)|in-page-network/)',
        pathNot: tests,
      },
      to: {
        path: '^src/core/trace/(events/|describe/|schema|log|export/read-json)',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'features-imports',
      comment: 'A feature never imports another feature.',
      severity: 'error',
      from: { path: '^src/features/([^/]+)/', pathNot: tests },
      to: { path: ours, pathNot: '^src/(features/$1|run|stores|ui|core|locales)/' },
    },
    {
      name: 'views-imports',
      comment: 'A view of a run never imports another view.',
      severity: 'error',
      from: { path: '^src/views/([^/]+)/', pathNot: tests },
      to: {
        path: ours,
        pathNot: '^src/(views/$1|run|stores|ui|core|locales)/|^src/views/[^/]+\\.ts$',
      },
    },
    {
      name: 'figures-are-apart',
      comment: 'A figure never imports another figure: what they share is in src/ui/teaching.',
      severity: 'error',
      from: { path: '^src/figures/([^/]+)/', pathNot: tests },
      to: { path: '^src/figures/[^/]+/', pathNot: '^src/figures/$1/' },
    },
    {
      name: 'nothing-imports-the-lab-server',
      severity: 'error',
      from: { path: ours, pathNot: '^(lab-server|tests|scripts|bench)/' },
      to: { path: '^lab-server/' },
    },
    {
      name: 'core-packages',
      severity: 'error',
      from: { path: '^src/core/', pathNot: tests },
      to: {
        path: 'node_modules',
        pathNot: 'node_modules/(pako|@noble/hashes|zod|markdown-it|minisearch|yaml|acorn)/',
      },
    },
    {
      name: 'core-is-not-node',
      severity: 'error',
      from: { path: '^src/core/', pathNot: tests },
      to: { dependencyTypes: ['core'] },
    },
    { name: 'no-circles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'no-unresolved',
      severity: 'error',
      // One of them asks for what is not there.
      from: { pathNot: '^tests/node/servers/' },
      to: { couldNotResolve: true, pathNot: '^virtual:' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.app.json' },
    exclude: { path: '^(dist|build|coverage)/' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'default'],
    },
  },
}
