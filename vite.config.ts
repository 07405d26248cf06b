import vue from '@vitejs/plugin-vue'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'
import { libraries } from './scripts/vite/libraries.ts'
import { sandbox } from './scripts/vite/sandbox.ts'
import { fieldDescriptions } from './scripts/vite/field-descriptions.ts'
import { course } from './scripts/vite/course.ts'
import { figures } from './scripts/vite/figures.ts'
import { labServer } from './scripts/vite/lab-server.ts'
import { monaco } from './scripts/vite/monaco.ts'
import { network } from './scripts/vite/network.ts'
import { nodePackages } from './scripts/vite/node-packages.ts'
import { pages } from './scripts/vite/pages.ts'

const root = fileURLToPath(new URL('.', import.meta.url))

export default defineConfig({
  base: './',
  // No component of ours, or of a library that we use, has options.
  define: { __VUE_OPTIONS_API__: false },
  build: {
    // The page's policy lets no font come from a data: URL.
    assetsInlineLimit: 0,
    // The first with `light-dark()`: made for older ones, the colours would not follow the page's
    // `color-scheme`.
    cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
    // Monaco is one chunk of this size, which no lesson waits for.
    chunkSizeWarningLimit: 8000,
    // A busy machine is nothing to warn about.
    rolldownOptions: {
      checks: { bundlerTimings: false },
      output: {
        codeSplitting: {
          // What every page loads first, in one file: it packs better than three.
          groups: [
            {
              name: 'vue',
              test: /[\\/](?:@vue[\\/](?:runtime-(?:core|dom)|reactivity|shared)|pinia)[\\/]|preload-helper|[\\/]gather\.ts$|[\\/]core[\\/]locale[\\/]locale\.ts$/,
            },
          ],
        },
      },
    },
  },
  plugins: [
    vue(),
    sandbox(),
    libraries(),
    nodePackages(),
    network(),
    fieldDescriptions(),
    course(root),
    figures(root),
    monaco(root),
    labServer(),
    pages(root),
  ],
})
