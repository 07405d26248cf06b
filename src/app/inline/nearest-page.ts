/**
 * The page that an address most likely means: the one whose name differs in the fewest letters.
 * `undefined` where more than half of the letters would differ.
 * @param names of pages, without `.html`.
 */
export function nearestPage(asked: string, names: readonly string[]): string | undefined {
  const [nearest] = names
    .map((name) => ({ name, distance: distance(asked, name) }))
    .filter(({ name, distance }) => distance <= Math.max(asked.length, name.length) / 2)
    .sort((one, other) => one.distance - other.distance)
  return nearest?.name
}

/** The root of the site, from an address below it that does not exist. */
export function siteRoot(pathname: string, locales: readonly string[]): string {
  const parts = pathname.split('/')
  const inLocale = parts.findIndex((part) => locales.includes(part))
  return `${parts.slice(0, inLocale === -1 ? -1 : inLocale).join('/')}/`
}

/** Letters to insert, remove or replace (Levenshtein). */
function distance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, column) => column)
  for (const [line, letter] of [...one].entries()) {
    const next = [line + 1]
    for (const [column, wanted] of [...other].entries()) {
      const [replaced = 0, removed = 0] = row.slice(column)
      const inserted = next[column] ?? 0
      next.push(Math.min(inserted + 1, removed + 1, replaced + (letter === wanted ? 0 : 1)))
    }
    row = next
  }
  return row.at(-1) ?? 0
}
