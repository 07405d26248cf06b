/** Renders components of a lesson on a server, with the texts of the interface in English. */
import { createSSRApp, type Component } from 'vue'
import { createMemoryHistory, createRouter } from 'vue-router'
import { renderToString } from 'vue/server-renderer'
import type { LessonNode, LessonText } from '../../../core/lesson/lesson-text.ts'
import { createTexts, showLocale } from '../../../locales/index.ts'
import { lessonWalkKey, NEUTRAL_WALK, type LessonWalk } from '../lesson-walk.ts'

export const paragraph = (...children: readonly LessonNode[]): LessonNode => ({
  tag: 'p',
  attributes: {},
  children,
})

export const lessonText: LessonText = {
  slug: 'first-echo',
  locale: 'en',
  title: 'First connection',
  eyebrow: 'Connections',
  summary: 'Open a WebSocket.',
  minutes: 8,
  sections: [],
  continues: null,
  terms: {},
  hints: {},
  worlds: {},
  failures: {},
}

/** HTML without Vue's comments around fragments and without the marks of scoped styles. */
export async function render(
  component: Component,
  props: Readonly<Record<string, unknown>>,
  walk: Partial<LessonWalk> = {},
  provided: Readonly<Record<symbol, unknown>> = {},
): Promise<string> {
  const app = createSSRApp(component, props)
  const router = createRouter({
    history: createMemoryHistory(),
    routes: [
      { path: '/:locale/lesson/:slug', name: 'lesson', component: { render: () => null } },
      { path: '/:locale/glossary', name: 'glossary', component: { render: () => null } },
      { path: '/:locale', name: 'course', component: { render: () => null } },
    ],
  })
  const texts = createTexts()
  await showLocale(texts, 'en')
  app.use(router).use(texts)
  app.provide(lessonWalkKey, { ...NEUTRAL_WALK, ...walk })
  for (const key of Object.getOwnPropertySymbols(provided)) app.provide(key, provided[key])
  await router.push('/en')
  const html = await renderToString(app)
  return html.replaceAll(/<!--.*?-->/g, '').replaceAll(/ data-v-[0-9a-f]+(?:-s)?(?:="")?/g, '')
}

/** What a reader sees and hears of it, with one space between words. */
export async function wordsOf(...args: Parameters<typeof render>): Promise<string> {
  const html = await render(...args)
  return html
    .replaceAll(/<svg.*?<\/svg>/gs, '')
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll('&#39;', "'")
    .replaceAll(/\s+/g, ' ')
    .trim()
}
