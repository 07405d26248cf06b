/**
 * Builds the sandbox's document and puts it beside the app.
 *
 * The document has an opaque origin. Modules from a plain static server do not load there, and what
 * a classic script from one throws reaches `window.onerror` as "Script error." only, for to an
 * opaque origin every server is a stranger. So its scripts stand in the document itself, each an
 * IIFE from a build of its own. In development they are built anew when one of their sources
 * changes.
 */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Plugin } from 'vite'
import { buildChunk } from './build-chunk.ts'
import { builtFile } from './built-file.ts'

const DOCUMENT = 'sandbox.html'
const REALM = 'guest-in-realm.ts'

/**
 * Taken when a script begins: a program that replaces one of them replaces nothing of ours.
 */
const GLOBALS =
  'ArrayBuffer,Blob,DataView,Error,JSON,Map,Number,Object,Promise,Reflect,Set,String,Symbol,TextEncoder,Uint8Array,URL,WeakMap,WeakSet'
const intro = `const {${GLOBALS}}=globalThis;`

const sourceOf = (name: string) =>
  fileURLToPath(new URL(`../../src/sandbox/${name}`, import.meta.url))

export interface BuiltSandbox {
  readonly html: string
  /** Absolute paths of everything it was built from. */
  readonly sources: ReadonlySet<string>
}

/** Builds the document, in memory. */
async function buildSandbox({ minify = true } = {}): Promise<BuiltSandbox> {
  const template = readFileSync(sourceOf(DOCUMENT), 'utf8')
  const sources = new Set([sourceOf(DOCUMENT)])
  let html = template
  for (const [element, attributes, entry = ''] of template.matchAll(
    /<script([^>]*) data-entry="([^"]+)"><\/script>/gu,
  )) {
    // It goes before the text of a worker, whose lines have to stay.
    const isOneLine = entry === REALM
    const { code, moduleIds } = await buildChunk(sourceOf(entry), {
      minify: minify || isOneLine,
      output: { format: 'iife', intro },
    })
    for (const id of moduleIds) sources.add(id)
    html = html.replace(
      element,
      () => `<script${attributes ?? ''}>${withinHtml(isOneLine ? onOneLine(code) : code)}</script>`,
    )
  }
  return { html, sources }
}

/** Where a program is minified, line breaks are within templates only. */
function onOneLine(code: string): string {
  return code.trim().replaceAll('\n', '\\n')
}

/** Neither of these can stand in a program but in a string, a template or a regular expression. */
function withinHtml(code: string): string {
  return code.replaceAll('</script', '<\\/script').replaceAll('<!--', '<\\!--')
}

/** The Vite plugin: emits the sandbox into a build, serves it in development. */
export function sandbox(): Plugin {
  return builtFile({
    name: 'upgrade-101:sandbox',
    fileName: DOCUMENT,
    contentType: 'text/html; charset=utf-8',
    async build(minify) {
      const { html, sources } = await buildSandbox({ minify })
      return { text: html, sources }
    },
  })
}
