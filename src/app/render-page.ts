/** The app in Node: renders the page of each address when the site is built. */
import * as course from 'virtual:course'
import { scenarioNames } from 'virtual:scenario-names'
import { createSSRApp } from 'vue'
import { createMemoryHistory } from 'vue-router'
import { renderToString, type SSRContext } from 'vue/server-renderer'
import { createUpgradeApp } from './create-app.ts'
import { TROUBLES } from './inline/trouble.ts'
import { createTexts, loadTexts, showLocale } from '../locales/index.ts'
import type { TextKey } from '../locales/messages.ts'
import { addressesOf } from './router.ts'
import { NO_CONTENT } from '../stores/content.ts'
import { useCourseStore } from '../stores/course.ts'
import { useEndpointStore } from '../stores/endpoint.ts'
import { useSettingsStore } from '../stores/settings.ts'
import { createMemoryBackend } from '../stores/storage.ts'
import { LOCALES, type Locale } from '../core/locale/locale.ts'

/** Pages beside the course. Their own first sentence describes them. */
const OWN_WORDS = ['figures', 'glossary', 'cheatsheet', 'progress'] as const

/** What an address shows is one of these; all else that it shows comes with it or later. */
const SCREEN = /^src\/screens\/.*Screen\.vue$/

export interface TroubleTexts {
  /** By cause. `{detail}` is what the browser knows of it. */
  readonly causes: Readonly<Record<string, string>>
  /** Where a header of the host forbids even the script that tells causes apart. */
  readonly blocked: string
  readonly open: string
  readonly reload: string
}

export interface RenderedPage {
  /** From the site's root: `/en/first-echo.html`. */
  readonly address: string
  readonly locale: Locale
  readonly title: string
  readonly description: string
  /** What the page says if its scripts do not run, and the links beside it. */
  readonly trouble: TroubleTexts
  /** Of `inline/`: what runs within the page before it is painted. */
  readonly script: 'before-app' | 'before-course'
  /** The content of the element in which the app is mounted, and what is beside it. */
  readonly html: string
  readonly teleports: string
  /** What the page shows, as modules relative to the project: their styles are the page's. */
  readonly modules: readonly string[]
  /** Those that the app needs before it takes the page over. */
  readonly wanted: readonly string[]
}

export const addresses = addressesOf([...course.slugs, ...course.cases])

/** Renders one page, for a reader of whom nothing is known. */
export async function renderPage(address: string): Promise<RenderedPage> {
  const storage = createMemoryBackend()
  const { app, router, pinia, i18n, title } = createUpgradeApp({
    create: createSSRApp,
    history: createMemoryHistory(),
    storage: () => storage,
    content: { ...NO_CONTENT, ...course, scenarioNames },
    siteUrl: 'http://localhost/',
  })
  await loadTexts(['trouble'])
  await router.push(address)
  const { locale } = useSettingsStore(pinia)
  const context: SSRContext & { modules?: Set<string> } = {}
  const html = await renderToString(app, context)
  const { params, name } = router.currentRoute.value
  const { slug } = params
  const page = OWN_WORDS.find((candidate) => candidate === name)
  const modules = [...(context.modules ?? [])]
  const { choice } = useEndpointStore(pinia)
  const server = choice.kind === 'built-in' ? choice.scenario : ''
  const { parts } = await course.loadList(locale)
  const lesson = parts
    .flatMap(({ lessons, faults }) => [...lessons, ...(faults?.cases ?? [])])
    .find((one) => one.slug === slug)
  if (useCourseStore(pinia).status === 'failed') throw new Error(`${address} could not be opened`)
  return {
    address,
    locale,
    title: title.value,
    description:
      lesson?.summary.replaceAll('`', '') ??
      i18n.t(page === undefined ? 'app.description' : `${page}.intro`),
    trouble: troubleTexts(i18n.textOf),
    script: name === 'course' ? 'before-course' : 'before-app',
    html,
    teleports: Object.values(context.teleports ?? {}).join(''),
    modules,
    wanted: [
      ...modules.filter((id) => SCREEN.test(id)),
      ...textModules(locale, name, slug, server),
      ...(name === 'fault' ? faultModules(locale) : []),
      // Those of a screen that brings its own.
      `src/screens/${String(name)}/${locale}.ts`,
      `src/locales/${locale}/${String(name)}.ts`,
      `virtual:course/${String(name)}-${locale}`,
    ],
  }
}

function troubleTexts(textOf: (key: TextKey) => string): TroubleTexts {
  return {
    causes: Object.fromEntries(TROUBLES.map((trouble) => [trouble, textOf(`trouble.${trouble}`)])),
    blocked: textOf('trouble.blocked'),
    open: textOf('trouble.open'),
    reload: textOf('trouble.reload'),
  }
}

/** Of the texts on a page: of the interface, and of a lesson or the course. */
function textModules(
  locale: Locale,
  name: unknown,
  slug: unknown,
  server: string,
): readonly string[] {
  // The page of the course brings its list, in which the outline is.
  const outline = name === 'course' ? [] : [`virtual:course/outline-${locale}`]
  const always = [`src/locales/${locale}/index.ts`, ...outline]
  if (typeof slug !== 'string') return always
  return [
    ...always,
    `virtual:course/lesson/${slug}`,
    `virtual:course/text/${slug}/${locale}`,
    `virtual:scenario/${server}`,
  ]
}

/** A case needs more than a lesson before it is taken over. */
const faultModules = (locale: Locale) => [
  'src/features/lesson/fault/FaultPane.vue',
  `src/locales/${locale}/fault.ts`,
]

/** What 404.html says in one language. */
export interface MissingPageTexts {
  readonly locale: Locale
  readonly title: string
  readonly nearest: string
  readonly course: string
  readonly lessons: readonly { readonly slug: string; readonly title: string }[]
}

export function missingPageTexts(): Promise<readonly MissingPageTexts[]> {
  return Promise.all(
    LOCALES.map(async (locale) => {
      const texts = createTexts()
      await showLocale(texts, locale)
      const { t } = texts
      const { parts } = await course.loadOutline(locale)
      return {
        locale,
        title: t('app.unknown.title'),
        nearest: t('app.unknown.nearest'),
        course: t('app.unknown.course'),
        lessons: parts.flatMap(({ lessons }) => lessons),
      }
    }),
  )
}
