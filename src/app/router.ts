import { createRouter, type Router, type RouterHistory } from 'vue-router'
import { FAULT_PAGE, PAGE_NAMES } from '../core/lesson/page-names.ts'
import { LOCALES, type Locale } from '../core/locale/locale.ts'
import { loadTexts } from '../locales/index.ts'
import type { Messages } from '../locales/messages.ts'

const locale = `:locale(${LOCALES.join('|')})`

/**
 * Each address is the file that was rendered for it, so that it works on any host without a rewriting
 * rule, and from a disk.
 */
export function createAppRouter(history: RouterHistory): Router {
  // The one-file form has its addresses in the fragment, whose links are right as they are.
  if (!history.base.includes('#')) linkWithinSite(history)
  return createRouter({
    history,
    routes: [
      {
        path: `/${locale}/index.html`,
        alias: `/${locale}/`,
        name: 'course',
        component: withTexts(() => import('../screens/course/CourseScreen.vue'), 'course'),
      },
      {
        path: `/${locale}/play.html`,
        name: 'play',
        component: () => import('../screens/work/WorkScreen.vue'),
      },
      {
        path: `/${locale}/figures.html`,
        name: 'figures',
        component: () => import('../screens/figures/FiguresScreen.vue'),
      },
      {
        path: `/${locale}/glossary.html`,
        name: 'glossary',
        component: withTexts(() => import('../screens/glossary/GlossaryScreen.vue'), 'glossary'),
      },
      {
        path: `/${locale}/cheatsheet.html`,
        name: 'cheatsheet',
        component: withTexts(
          () => import('../screens/cheatsheet/CheatsheetScreen.vue'),
          'cheatsheet',
        ),
      },
      {
        path: `/${locale}/progress.html`,
        name: 'progress',
        component: withTexts(() => import('../screens/progress/ProgressScreen.vue'), 'progress'),
      },
      {
        path: `/${locale}/:slug(${FAULT_PAGE}[^/]+).html`,
        name: 'fault',
        component: () => import('../screens/work/WorkScreen.vue'),
      },
      {
        path: `/${locale}/:slug([^/]+).html`,
        name: 'lesson',
        component: () => import('../screens/work/WorkScreen.vue'),
      },
    ],
  })
}

/** Loads a screen together with its own texts. */
function withTexts<T>(load: () => Promise<T>, area: keyof Messages): () => Promise<T> {
  return async () => (await Promise.all([load(), loadTexts([area])]))[0]
}

/** Every page lies one folder below the site's root, so a link needs no absolute path. */
function linkWithinSite(history: RouterHistory): void {
  history.createHref = (path) => `..${path}`
}

/** The addresses of a site with these lessons and cases, from its root: `/en/first-echo.html`. */
export function addressesOf(slugs: readonly string[]): readonly string[] {
  const pages = [...PAGE_NAMES, ...slugs]
  return LOCALES.flatMap((tag: Locale) => pages.map((page) => `/${tag}/${page}.html`))
}
