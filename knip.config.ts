import type { KnipConfig } from 'knip'

export default {
  entry: [
    'index.html',
    'lab-server/main.ts',
    'scripts/**/*.mjs',
    'bench/*.ts',
    // Bundled by our own Vite plugins.
    'src/sandbox/{guest,guest-in-page,guest-in-realm,guest-outside,native-websocket}.ts',
    // They replace other modules in the sandbox.
    'src/sandbox/guest/late/*.ts',
    'src/in-page-network/index.ts',
    // Built one by one, for programs that name them.
    'libraries/**/*.ts',
    'src/sandbox/guest/libraries/imports-part.ts',
    'tests/node/preload.mjs',
    // The two halves of the app, and the scripts within its pages.
    'src/app/{main,render-page,single}.ts',
    'scripts/package/single.config.ts',
    'src/app/inline/{before-app,before-course,missing-page}.ts',
    'src/offline/worker.ts',
    // The engine's public face.
    'src/core/protocol/index.ts',
    // Found when the app is built.
    'src/figures/*/*.vue',
    'src/locales/**/*.ts',
    'src/{views,figures}/*/{en,zh-CN,view,figure}.ts',
    // Built into pages of tests.
    'tests/**/{harness,page}.ts',
    // Imported by `npm run lessons` as it runs.
    'tests/lessons/read-trials.ts',
    'scripts/course/untranslated.ts',
    'tests/**/*.{test,spec}.ts',
    'tests/{conformance/**/suite,identity/chromium}.ts',
  ],
  project: ['{src,lab-server,scripts,bench,tests,libraries}/**/*.{ts,vue,mjs}'],
  // A type may be exported because an exported function takes or gives it.
  ignoreExportsUsedInFile: { interface: true, type: true },
  ignoreDependencies: [
    // Bundled by `npm run bench -- load` into the page that ours is measured against.
    'codemirror',
    '@codemirror/lang-javascript',
    // Imported by style sheets.
    '@fontsource-variable/inter',
    '@fontsource-variable/jetbrains-mono',
    // What ws stands on in the page: scripts/vite/node-packages.ts reads them as files.
    'assert',
    'buffer',
    'events',
    'readable-stream',
  ],
} satisfies KnipConfig
