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
    if (mark !== undefined) fence = fence === null ? mark : line.trim().startsWith(fence) ? null : fence
    const match = fence === null ? HEADING.exec(line) : null
    if (match !== null) sections.push({ id: match[1] ?? match[2] ?? '', text: '' })
    const section = sections.at(-1)
    if (section !== undefined) section.text += `${line}\n`
  }
  return sections
    .filter(({ text }) => text.trim() !== '')
    .map(({ id, text }) => ({ id, version: versionOf(text) }))
}

/** The sections that changed since they were translated, a sentence each. */
export function staleSections(
  source: readonly SectionVersion[],
  translatedFrom: Readonly<Record<string, string>>,
): readonly string[] {
  const changed = source.flatMap(({ id, version }) => {
    const from = translatedFrom[id]
    if (from === version) return []
    return [
      from === undefined
        ? `section ${id} was translated from an unknown version: it is now ${version}`
        : `section ${id} was translated from ${from}: it is now ${version}`,
    ]
  })
  const gone = Object.keys(translatedFrom).filter((id) => !source.some((section) => section.id === id))
  return [...changed, ...gone.map((id) => `there is no section ${id} any more: take its version out`)]
}
