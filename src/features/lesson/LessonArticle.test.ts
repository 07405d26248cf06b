import vue from '@vitejs/plugin-vue'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'
import { expect, it } from 'vitest'

const src = fileURLToPath(new URL('../..', import.meta.url))

it('reading a lesson loads no store, run, view, sandbox or schema', async () => {
  const result = await build({
    root: src,
    configFile: false,
    publicDir: false,
    logLevel: 'silent',
    plugins: [vue()],
    build: {
      write: false,
      minify: false,
      lib: { entry: path.join(src, 'features/lesson/LessonArticle.vue'), formats: ['es'] },
      rolldownOptions: { external: [/^vue/, '@vueuse/core'] },
    },
  })
  const outputs = [result].flat().flatMap((built) => ('output' in built ? built.output : []))
  const modules = outputs
    .flatMap((file) => (file.type === 'chunk' ? file.moduleIds : []))
    .filter((id) => !id.startsWith('\0'))
    .map((id) => path.relative(src, id.replace(/\?.*$/, '')))
  expect(modules).toContain('features/lesson/LessonProse.ts')
  const light =
    /^(features\/lesson|ui|core\/locale)\/|^core\/(lesson\/(plain-text|blocks-of|page-names)|program\/program-file)\.ts$|^locales\/i18n\.ts$/
  expect(modules.filter((id) => !light.test(id))).toEqual([])
})
