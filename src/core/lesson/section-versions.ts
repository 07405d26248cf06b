/** Versions of the sections of a text, so that a comma makes one section of a translation stale. */
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'

/** Eight hexadecimal digits that change with the text. */
export function versionOf(text: string): string {
  return bytesToHex(sha256(new TextEncoder().encode(text.trim()))).slice(0, 8)
}

export interface SectionVersion {
  /** The id of the heading, or `top` for what stands before the first. */
  readonly id: string
  readonly version: string
}

const HEADING = /^##[ \t]+(?:.*\{#([a-z][a-z0-9-]*)\}|([a-z][a-z0-9-]*))[ \t]*$/
const FENCE = /^[ \t]*(`{3,}|~{3,})/

/**
 * @param head what belongs to the first section besides the text: title and summary.
 * @param top the id of the text before the first heading.
 */
export function sectionVersions(body: string, top: string, head = ''): readonly SectionVersion[] {
  const sections: { id: string; text: string }[] = [{ id: top, text: `${head}\n` }]
  let fence: string | null = null
  for (const line of body.split('\n')) {
    const mark = FENCE.exec(line)?.[1]
    if (mark !== undefined)
      fence = fence === null ? mark : line.trim().startsWith(fence) ? null : fence
    const match = fence === null ? HEADING.exec(line) : null
    if (match !== null) sections.push({ id: match[1] ?? match[2] ?? '', text: '' })
    const section = sections.at(-1)
    if (section !== undefined) section.text += `${line}\n`
  }
  return sections
    .filter(({ text }) => text.trim() !== '')
    .map(({ id, text }) => ({ id, version: versionOf(text) }))
}

/** A section of a translation that is behind its source. */
export interface StaleSection {
  readonly section: string
  /** What its version has to be once it is translated again; null for a section that is gone. */
  readonly version: string | null
  readonly reason: string
}

/** The sections that changed since they were translated. */
export function staleSections(
  source: readonly SectionVersion[],
  translatedFrom: Readonly<Record<string, string>>,
): readonly StaleSection[] {
  // A map, because a section may have the name of something that every object has: `constructor`.
  const versions = new Map(Object.entries(translatedFrom))
  const changed = source.flatMap(({ id, version }) => {
    const from = versions.get(id)
    if (from === version) return []
    const was = from === undefined ? 'is not translated yet' : `was translated from ${from}`
    return [{ section: id, version, reason: `section ${id} ${was}: it is now ${version}` }]
  })
  const gone = [...versions.keys()].filter((id) => !source.some((section) => section.id === id))
  return [
    ...changed,
    ...gone.map((section) => ({
      section,
      version: null,
      reason: `there is no section ${section} any more: take its version out`,
    })),
  ]
}
