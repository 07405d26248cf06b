/** The pages of the site that are no lessons, by their names in addresses: a lesson can't have one. */
export const PAGE_NAMES = [
  'index',
  'play',
  'figures',
  'glossary',
  'cheatsheet',
  'progress',
] as const

/** What the pages of cases of find the fault begin with: `find-the-fault-two-prices`. */
export const FAULT_PAGE = 'find-the-fault-'

/** The name of the route of a lesson or a case. */
export function routeOf(slug: string): 'lesson' | 'fault' {
  return slug.startsWith(FAULT_PAGE) ? 'fault' : 'lesson'
}
