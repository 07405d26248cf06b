/** The files of one build of the site, as its service worker knows them. */
export interface BuildList {
  /** What a page of the build calls it: `data-build` of its root element. */
  readonly id: string
  /**
   * Kept as soon as the worker is installed: path from the site's root, and the file's SHA-256 as
   * subresource integrity writes it.
   */
  readonly atOnce: Readonly<Record<string, string>>
  /** Kept when it is first used, for it is large. */
  readonly onUse: Readonly<Record<string, string>>
}

/** What an instructor edits on the host: the same for every build, and the newest that can be had. */
export const CONFIG_FILE = 'config.json'
/** The document of a learner's program. Its answer says that it is a sandbox, whoever frames it. */
export const SANDBOX_FILE = 'sandbox.html'
/** Names in here change with the content, so any build's file is the right one. */
const HASHED = 'assets/'

export type Wanted =
  | { readonly kind: 'config' }
  | {
      readonly kind: 'file'
      readonly path: string
      /** The build that asks; null where the address does not say, as with a page. */
      readonly build: string | null
    }

/**
 * What an address means to the worker; null where it is none of the build's files: a scenario of a
 * lab server, another site below the same folder, another origin.
 * @param scope the site's root, with its last slash
 */
export function wantedAt(address: string, scope: string, list: BuildList): Wanted | null {
  const url = new URL(address)
  const root = new URL(scope)
  if (url.origin !== root.origin || !url.pathname.startsWith(root.pathname)) return null
  const named = url.pathname.slice(root.pathname.length)
  const path = named === '' || named.endsWith('/') ? `${named}index.html` : named
  if (path === CONFIG_FILE) return { kind: 'config' }
  const isKnown = integrityOf(path, list) !== undefined
  return isKnown || isHashed(path)
    ? { kind: 'file', path, build: url.searchParams.get('build') }
    : null
}

export const isHashed = (path: string): boolean => path.startsWith(HASHED)

export function integrityOf(path: string, { atOnce, onUse }: BuildList): string | undefined {
  if (Object.hasOwn(atOnce, path)) return atOnce[path]
  return Object.hasOwn(onUse, path) ? onUse[path] : undefined
}
