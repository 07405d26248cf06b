/** Writes into translations from which version of its source each section was made. */
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { isMap, parseDocument } from 'yaml'
import type { StaleText } from '../../src/core/lesson/read-lesson.ts'

const FRONT_MATTER = /^---\n([\s\S]*?)\n?---\n/

/** Takes translations for up to date. @returns the files that changed. */
export function stampTranslations(root: string, stale: readonly StaleText[]): readonly string[] {
  const files = [...new Set(stale.map(({ file }) => file))]
  for (const file of files) {
    const full = path.join(root, file)
    const own = stale.filter((section) => section.file === file)
    writeFileSync(full, stamped(readFileSync(full, 'utf8'), own))
  }
  return files
}

/** A text with the versions of these sections in its front matter, whose other lines it keeps. */
export function stamped(
  text: string,
  sections: readonly Pick<StaleText, 'section' | 'version'>[],
): string {
  const [whole = '', front = ''] = FRONT_MATTER.exec(text) ?? []
  const body = whole === '' ? `\n${text}` : text.slice(whole.length)
  const document = parseDocument(front)
  if (!isMap(document.get('translatedFrom')))
    document.set('translatedFrom', document.createNode({}))
  for (const { section, version } of sections)
    if (version === null) document.deleteIn(['translatedFrom', section])
    else {
      const scalar = document.createNode(version)
      // Quoted, because a version may look like a number.
      scalar.type = 'QUOTE_SINGLE'
      document.setIn(['translatedFrom', section], scalar)
    }
  return `---\n${document.toString({ lineWidth: 0 })}---\n${body}`
}
