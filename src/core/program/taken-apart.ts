/** Makes a program of a page that was pasted into `client.js`. */
import { isPage, isVueComponent } from './pasted-page.ts'
import type { Program } from './program.ts'

/** A comment, or a script with its attributes and its text (HTML §13.2.5.4: it ends at `</script`). */
const PARTS =
  /<!--[^]*?(?:-->|$)|<script\b((?:[^>"']|"[^"]*"|'[^']*')*)>([^]*?)(?:<\/script\s*>|$)/giu
const TYPE = /\btype\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/iu
const SOURCE = /\bsrc\s*=/iu

/** Types of scripts that a browser runs. Any other is data. */
const RUN_TYPES = new Set(['', 'module', 'text/javascript', 'application/javascript'])

/**
 * A page that was pasted into `client.js` as a program that does what the page does: its scripts as
 * `client.js`, on the lines on which they were pasted, and the rest as `page.html`. They run when the
 * whole page is there, so they find all of it. Any other program is returned as it is.
 */
export function takenApart(program: Program): Program {
  const source = program['client.js']
  if (!isPage(source) || isVueComponent(source)) return program
  let page = ''
  let scripts = ''
  let end = 0
  for (const match of source.matchAll(PARTS)) {
    const [whole, attributes, text] = match
    if (attributes === undefined || text === undefined || !isRun(attributes)) continue
    const between = source.slice(end, match.index)
    page += between
    const tag = `<script${attributes}`
    // A statement of the script before ends here; `use strict` has nothing before it.
    const stop = scripts === '' ? ' ' : ';'
    scripts += blank(between) + blank(tag) + stop + text
    scripts += blank(whole.slice(tag.length + 1 + text.length))
    end = match.index + whole.length
  }
  page += source.slice(end)
  return { ...program, 'client.js': scripts, 'page.html': page }
}

function isRun(attributes: string): boolean {
  if (SOURCE.test(attributes)) return false
  const [, double, single, bare] = TYPE.exec(attributes) ?? []
  return RUN_TYPES.has((double ?? single ?? bare ?? '').trim().toLowerCase())
}

/** As many characters and lines as the text. */
function blank(text: string): string {
  return text.replaceAll(/[^\n\r]/gu, (character) => ' '.repeat(character.length))
}
