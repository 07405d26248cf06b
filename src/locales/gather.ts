/** The texts of one area: strings, or groups of them. */
export interface Messages {
  readonly [key: string]: string | Messages
}

const AREA = /\/([a-z]+)\.ts$/

/** Puts the modules `./<locale>/<area>.ts` under the names of their areas. */
export function gather(modules: Readonly<Record<string, unknown>>): Record<string, Messages> {
  const areas: Record<string, Messages> = {}
  for (const [path, messages] of Object.entries(modules)) {
    const area = AREA.exec(path)?.[1]
    if (area === undefined) throw new Error(`${path} does not name an area`)
    // The locales' test proves the shape of every module that the glob can find.
    areas[area] = messages as Messages
  }
  return areas
}
