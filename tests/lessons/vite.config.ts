/** Builds the page in which `npm run lessons` tries every lesson. The sandbox is that of `dist/`. */
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'
import { course } from '../../scripts/vite/course.ts'

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  base: './',
  publicDir: false,
  logLevel: 'warn',
  plugins: [course(fileURLToPath(new URL('../..', import.meta.url)))],
  build: { write: false, minify: false, chunkSizeWarningLimit: 2000 },
})
