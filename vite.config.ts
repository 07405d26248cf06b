import vue from '@vitejs/plugin-vue'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'
import { sandbox } from './scripts/vite/sandbox.ts'
import { course } from './scripts/vite/course.ts'
import { labServer } from './scripts/vite/lab-server.ts'

const root = fileURLToPath(new URL('.', import.meta.url))

export default defineConfig({
  base: './',
  plugins: [vue(), sandbox(), course(root), labServer()],
})
