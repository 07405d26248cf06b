/**
 * Iframes with a `srcdoc`. In a sandbox their origin differs from the page's, which cannot reach
 * into them, so a script of ours is put into their text.
 */
import type { FunctionMasks } from '../../native-websocket/function-masks.ts'

interface SourceFramesOptions {
  /** The script for an iframe that is about to load; undefined to leave it unchanged. */
  script(element: HTMLIFrameElement, html: string): string | undefined
  warn(text: string): void
}

const BEGIN = '<script data-upgrade101>'
const END = '</script><!--upgrade101-->'

const UNSEEN =
  'A frame with a javascript: URL does not run here: its sockets could be neither routed nor recorded. Give it a srcdoc.'

/** The doctype, with comments and spaces before it: our script goes after it. */
// Written so that this source text may itself be part of an HTML document.
const PROLOGUE = /^(?:\s|<[!]--[\s\S]*?-->)*<!doctype[^>]*>/iu

export function withScript(html: string, script: string): string {
  const prologue = PROLOGUE.exec(html)?.[0] ?? ''
  return `${prologue}${BEGIN}${script}${END}${html.slice(prologue.length)}`
}

export function withoutScript(html: string): string {
  const [before = '', rest] = html.split(BEGIN)
  return rest === undefined ? html : before + rest.slice(rest.indexOf(END) + END.length)
}

/** Watches a document and every shadow root in it for such iframes. */
export class SourceFrames {
  readonly #options: SourceFramesOptions
  readonly #roots = new WeakSet<ShadowRoot>()
  readonly #written = new WeakMap<HTMLIFrameElement, string>()

  constructor(realm: typeof globalThis, masks: FunctionMasks, options: SourceFramesOptions) {
    this.#options = options
    // Runs before the browser loads the iframe, which it does in a task.
    const observer = new MutationObserver((changes) => {
      for (const { target, addedNodes } of changes) {
        this.#look(target)
        for (const node of addedNodes) lookWithin(node)
      }
    })
    const observe = (root: Node) =>
      observer.observe(root, { subtree: true, childList: true, attributeFilter: ['srcdoc', 'src'] })
    const lookWithin = (node: Node): void => {
      this.#look(node)
      if (node instanceof Element || node instanceof ShadowRoot)
        for (const inner of node.querySelectorAll('*')) {
          this.#look(inner)
          lookIntoShadow(inner)
        }
      if (node instanceof Element) lookIntoShadow(node)
    }
    /** A declarative shadow root is there without a call of `attachShadow`. */
    const lookIntoShadow = ({ shadowRoot }: Element): void => {
      if (shadowRoot === null || this.#roots.has(shadowRoot)) return
      this.#roots.add(shadowRoot)
      observe(shadowRoot)
      lookWithin(shadowRoot)
    }
    observe(realm.document)
    masks.method(realm.Element.prototype, 'attachShadow', (call, _element, values) => {
      const root = call.raw(values)
      if (root instanceof ShadowRoot) observe(root)
      return root
    })
    masks.getter(realm.HTMLIFrameElement.prototype, 'srcdoc', (own) =>
      typeof own === 'string' ? withoutScript(own) : own,
    )
  }

  readonly #look = (node: Node): void => {
    if (!(node instanceof HTMLIFrameElement) || !node.isConnected) return
    const { script, warn } = this.#options
    const text = node.getAttribute('srcdoc')
    if (text === null) {
      if (!/^[\0- ]*javascript:/iu.test(node.getAttribute('src') ?? '')) return
      node.removeAttribute('src')
      // The browser runs the URL in a task, unless the frame is gone by then: another takes its place.
      const place = node.ownerDocument.createElement('i')
      node.replaceWith(place)
      place.replaceWith(node)
      warn(UNSEEN)
      return
    }
    if (text === this.#written.get(node)) return
    const html = withoutScript(text)
    const code = script(node, html)
    if (code === undefined) return
    const written = withScript(html, code)
    this.#written.set(node, written)
    node.setAttribute('srcdoc', written)
  }
}
