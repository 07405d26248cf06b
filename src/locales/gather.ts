/** The texts of one area: strings, or groups of them. */
export interface Messages {
  readonly [key: string]: string | Messages
}

/** The texts of a language by area. */
export type Areas = Readonly<Record<string, Messages>>

/** `…/views/<area>/<locale>.ts`, or `./<area>.ts` in the folder of a language. */
const AREA = /\/views\/([a-z-]+)\/[A-Za-z-]+\.ts$|\/([a-z-]+)\.ts$/

/** Puts modules of texts under the names of their areas. */
export function gather(modules: Readonly<Record<string, unknown>>): Areas {
  const areas: Record<string, Messages> = {}
  for (const [path, messages] of Object.entries(modules)) {
    const [, view, area = view] = AREA.exec(path) ?? []
    if (area === undefined) throw new Error(`${path} does not name an area`)
    if (area in areas) throw new Error(`${path} is a second area ${area}`)
    // The locales' test proves the shape of every module that the globs can find.
    areas[area] = messages as Messages
  }
  return areas
}
