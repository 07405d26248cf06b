/**
 * The address of a file whose name does not change with its content. It says which build of the site
 * asks, so that a page never gets the file of another one: `src/offline`.
 */
export function siteFile(file: string, siteUrl: string): URL {
  const url = new URL(file, siteUrl)
  const build = pageBuild()
  if (build !== undefined) url.search = `build=${build}`
  return url
}

/** The build that has made this page; undefined in development, and where there is no page. */
export function pageBuild(): string | undefined {
  if (typeof document === 'undefined') return undefined
  return document.documentElement.dataset['build']
}
