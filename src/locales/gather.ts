/** The texts of one area: strings, or groups of them. */
export interface Texts {
  readonly [key: string]: string | Texts
}

/** The texts of a language by area. */
export type Areas = Readonly<Record<string, Texts>>

/** A language, as the `index.ts` of its folder gives it. */
export interface LanguageTexts {
  /** What a page shows before anything is run or opened. */
  readonly atOnce: Areas
  /** Loads an area that a later part of the screen needs. */
  readonly later: Readonly<Record<string, () => Promise<Texts>>>
}

/** `…/views/<area>/<locale>.ts`, `…/screens/<area>/<locale>.ts`, or `./<area>.ts` in the folder of a language. */
const AREA = /\/(?:views|screens)\/([a-z-]+)\/[A-Za-z-]+\.ts$|\/([a-z-]+)\.ts$/

/** Puts modules of texts, or what loads them, under the names of their areas. */
export function gather<T>(modules: Readonly<Record<string, T>>): Readonly<Record<string, T>> {
  const areas: Record<string, T> = {}
  for (const [path, texts] of Object.entries(modules)) {
    const [, view, area = view] = AREA.exec(path) ?? []
    if (area === undefined) throw new Error(`${path} does not name an area`)
    if (area in areas) throw new Error(`${path} is a second area ${area}`)
    areas[area] = texts
  }
  return areas
}
