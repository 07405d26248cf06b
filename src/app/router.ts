import { createRouter, type Router, type RouterHistory } from 'vue-router'
import { LOCALES, type Locale } from '../core/locale/locale.ts'

const locale = `:locale(${LOCALES.join('|')})`

/** @param preferredLocale the language for an address without one. */
export function createAppRouter(history: RouterHistory, preferredLocale: () => Locale): Router {
  return createRouter({
    history,
    routes: [
      { path: '/', redirect: () => ({ name: 'course', params: { locale: preferredLocale() } }) },
      {
        path: `/${locale}`,
        name: 'course',
        component: () => import('../screens/course/CourseScreen.vue'),
      },
      {
        path: `/${locale}/lesson/:slug`,
        name: 'lesson',
        component: () => import('../screens/work/WorkScreen.vue'),
      },
      {
        path: `/${locale}/play`,
        name: 'play',
        component: () => import('../screens/work/WorkScreen.vue'),
      },
      {
        path: `/${locale}/:rest(.*)*`,
        name: 'unknown',
        component: () => import('../screens/unknown/UnknownScreen.vue'),
      },
      {
        path: '/:rest(.*)*',
        redirect: (to) => ({
          name: 'unknown',
          params: { locale: preferredLocale(), rest: to.params['rest'] ?? [] },
        }),
      },
    ],
  })
}
