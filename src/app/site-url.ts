/**
 * The root of the site, wherever it is hosted: the built scripts lie in `assets/`, one folder below
 * it. The development server has it at the root of its origin.
 */
export const siteUrl: string = import.meta.env.DEV
  ? new URL('/', location.href).href
  : new URL(/* @vite-ignore */ '../', import.meta.url).href
