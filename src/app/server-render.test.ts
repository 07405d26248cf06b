import * as course from 'virtual:course'
import { figures } from 'virtual:figures'
import { figureUses } from 'virtual:figure-uses'
import { scenarioNames } from 'virtual:scenario-names'
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import {
  createSSRApp,
  defineAsyncComponent,
  defineComponent,
  h,
  provide,
  type App,
  type Component,
} from 'vue'
import { createMemoryHistory } from 'vue-router'
import { renderToString } from 'vue/server-renderer'
import { createUpgradeApp } from './create-app.ts'
import { LOCALES, type Locale } from '../core/locale/locale.ts'
import { lessonComponentsKey } from '../features/lesson/lesson-components.ts'
import LessonPane from '../features/lesson/LessonPane.vue'
import { FIRST_RUN } from '../figures/race/first-run.ts'
import { textsOf } from '../locales/index.ts'
import { flatten } from '../locales/missing-texts.ts'
import { figureTexts } from '../screens/figures/figure-texts.ts'
import { NO_CONTENT } from '../stores/content.ts'
import { useCourseStore } from '../stores/course.ts'
import { createMemoryBackend } from '../stores/storage.ts'

/** Only browsers have these. Libraries look for them when they are loaded; components must not. */
const OF_A_PAGE = ['window', 'document', 'navigator', 'localStorage', 'matchMedia'] as const

/** The pane of a lesson, without the rest of its screen. */
const LessonPage = defineComponent({
  setup() {
    const components = Object.entries(figures).map(
      ([name, load]) => [name, defineAsyncComponent(load)] as const,
    )
    provide(lessonComponentsKey, { figures: Object.fromEntries(components) })
    return () => h(LessonPane, { words: () => ({ sentence: '', detail: '' }) })
  },
})

function open(root?: Component) {
  const backend = createMemoryBackend()
  const opened = createUpgradeApp({
    create: createSSRApp,
    ...(root === undefined ? {} : { root }),
    history: createMemoryHistory(),
    storage: () => backend,
    content: { ...NO_CONTENT, ...course, scenarioNames },
    siteUrl: 'http://localhost/',
  })
  opened.app.config.warnHandler = (message, _instance, trace) => console.warn(message + trace)
  return opened
}

async function openPage(path: string) {
  const opened = open()
  await opened.router.push(path)
  return opened
}

async function openLesson(locale: Locale, slug: string) {
  const opened = open(LessonPage)
  await opened.router.push(`/${locale}/${slug}.html`)
  await useCourseStore(opened.pinia).open(slug, locale)
  return opened
}

/** Renders apps at once, without anything of a page. */
async function render(...opened: readonly { readonly app: App }[]): Promise<string[]> {
  for (const name of OF_A_PAGE)
    Object.defineProperty(globalThis, name, {
      configurable: true,
      get: () => {
        throw new Error(`a component touches ${name}`)
      },
    })
  try {
    return await Promise.all(opened.map(({ app }) => renderToString(app)))
  } finally {
    for (const name of OF_A_PAGE) Reflect.deleteProperty(globalThis, name)
  }
}

const wordsOf = (html = '') => html.replaceAll(/<[^>]*>/g, '').replaceAll('&#39;', "'")

const warnings = vi.spyOn(console, 'warn')
beforeAll(async () => {
  await Promise.all(Object.values(figures).map((load) => load()))
})
afterEach(() => {
  expect(warnings.mock.calls).toEqual([])
})

describe.each(LOCALES)('on a server, in %s', async (locale) => {
  const texts = new Map([...flatten(await textsOf('en')), ...flatten(await textsOf(locale))])

  it('the course is there with its lessons', async () => {
    const page = await openPage(`/${locale}/index.html`)
    const [html] = await render(page)
    expect(page.title.value).toContain(texts.get('course.title'))
    expect(wordsOf(html)).toContain(texts.get('course.intro'))
    const { parts } = await course.loadOutline(locale)
    for (const lesson of parts.flatMap(({ lessons }) => lessons))
      expect(wordsOf(html)).toContain(lesson.title)
  })

  it('the figures are there, whole, each with its words and the lessons that use it', async () => {
    const page = await openPage(`/${locale}/figures.html`)
    const [html = ''] = await render(page)
    expect(page.title.value).toContain(texts.get('figures.title'))
    for (const [name, lessons] of Object.entries(figureUses)) {
      const [, section = ''] = html.split(`<section id="${name}"`)
      // A figure may have sections of its own.
      const [entry = ''] = section.split('<section id="')
      const { label, words } = figureTexts(name, locale)
      expect(wordsOf(entry).replaceAll('&quot;', '"')).toContain(words)
      expect(entry).toContain(`role="group" aria-label="${label}"`)
      for (const slug of lessons) expect(entry).toContain(`/${locale}/${slug}.html"`)
    }
  })

  it('the glossary has every term once, with its meaning and the lessons that mark it', async () => {
    const page = await openPage(`/${locale}/glossary.html`)
    const [html = ''] = await render(page)
    expect(page.title.value).toContain(texts.get('glossary.title'))
    const terms = (await course.loadGlossary(locale)).flatMap((letter) => letter.terms)
    expect(html.match(/<dfn/g)).toHaveLength(terms.length)
    for (const { id, term, meaning, lessons } of terms) {
      const [, after = ''] = html.split(`id="${id}" class="entry`)
      const [entry = ''] = after.split('</dl>')[0]?.split('id="') ?? []
      expect(wordsOf(entry)).toContain(term)
      expect(wordsOf(entry)).toContain(meaning)
      for (const slug of lessons) expect(entry).toContain(`/${locale}/${slug}.html"`)
    }
  })

  it('a lesson leads to entries of the glossary that lead back to it', async () => {
    const terms = (await course.loadGlossary(locale)).flatMap((letter) => letter.terms)
    const [html = ''] = await render(await openLesson(locale, 'closing'))
    const links = [...html.matchAll(/glossary\.html#([a-z0-9-]+)"/g)].map(([, id]) => id)
    expect(links).toContain('close-code')
    for (const id of links)
      expect(terms.find((term) => term.id === id)?.lessons).toContain('closing')
  })

  it('the cheat sheet has the states, the codes and the headers', async () => {
    const page = await openPage(`/${locale}/cheatsheet.html`)
    const [html = ''] = await render(page)
    expect(page.title.value).toContain(texts.get('cheatsheet.title'))
    for (const word of [
      '2 CLOSING',
      'wasClean',
      '1006',
      '4000–4999',
      'Sec-WebSocket-Accept',
      '0xA',
    ])
      expect(wordsOf(html)).toContain(word)
  })

  it('the race has a table of its first state, and a picture of each way', async () => {
    const [html = ''] = await render(await openPage(`/${locale}/figures.html`))
    const { polling, webSocket } = FIRST_RUN.numbers
    for (const { bytes } of [polling, webSocket])
      expect(html).toContain(`>${bytes.toLocaleString('en')}</td>`)
    expect(html.match(/<svg class="strip/g)).toHaveLength(4)
  })

  it.each(course.slugs)('renders the lesson %s with its sections and figures', async (slug) => {
    const text = await course.loadLessonText(slug, locale)
    const [html = ''] = await render(await openLesson(locale, slug))
    expect(/<h1[^>]*>(.*?)<\/h1>/.exec(html)?.[1]).toBe(text.title)
    for (const { id } of text.sections) if (id !== '') expect(html).toContain(`id="${id}"`)
    const drawn = html.match(/<figure class="figure"><(?!figcaption|!)/g) ?? []
    expect(drawn).toHaveLength(html.match(/<figure /g)?.length ?? 0)
  })
})

it('pages in several languages that are rendered at once do not mix', async () => {
  const alone = new Map<Locale, string | undefined>()
  for (const locale of LOCALES)
    alone.set(locale, (await render(await openPage(`/${locale}/index.html`)))[0])
  const twice = [...LOCALES, ...LOCALES]
  const pages = await Promise.all(twice.map((locale) => openPage(`/${locale}/index.html`)))
  expect(await render(...pages)).toEqual(twice.map((locale) => alone.get(locale)))
  expect(new Set(alone.values()).size).toBe(LOCALES.length)
})
