/**
 * Scripts of ours that are texts until a run needs them: the in-page world, which is in the
 * document, and the parts that the page supplies.
 */

/** What the build puts at the beginning of a script: `scripts/vite/captured`. */
declare const upgrade101_captured: unknown

/** The global that such a script finds while it is evaluated. */
const HANDED = 'upgrade101_handed'

interface Handed {
  /** What was taken of the language and of the browser before the program could change it. */
  readonly captured: unknown
  readonly provide: (provided: unknown) => void
}

/** Called by such a script while it is evaluated. */
export function provide(provided: unknown): void {
  // Only `Scripts` evaluates them, and it sets this global.
  const { provide } = Reflect.get(globalThis, HANDED) as Handed
  provide(provided)
}

export class Scripts<Name extends string> {
  readonly #document: Document
  readonly #texts = new Map<Name, string>()
  readonly #provided = new Map<Name, unknown>()

  constructor(document: Document) {
    this.#document = document
  }

  give(name: Name, text: string): void {
    this.#texts.set(name, text)
  }

  /** @throws Error if the text has not been given. */
  text(name: Name): string {
    const text = this.#texts.get(name)
    if (text === undefined) throw new Error(`This part of the sandbox is not loaded yet: ${name}`)
    return text
  }

  /** Evaluates the script once and leaves no trace of it for the program to find. */
  load(name: Name): unknown {
    if (!this.#provided.has(name)) {
      const handed: Handed = {
        captured: upgrade101_captured,
        provide: (provided) => this.#provided.set(name, provided),
      }
      Object.defineProperty(globalThis, HANDED, { configurable: true, value: handed })
      const script = this.#document.createElement('script')
      script.textContent = this.text(name)
      this.#document.head.append(script)
      script.remove()
      Reflect.deleteProperty(globalThis, HANDED)
    }
    return this.#provided.get(name)
  }
}

/** Takes the text of the script with this name out of the document. */
export function takeScript(document: Document, name: string): string {
  const waiting = document.querySelector(`script[data-waiting="${name}"]`)
  waiting?.remove()
  return waiting?.textContent ?? ''
}
