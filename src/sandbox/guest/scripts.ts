/**
 * Scripts of ours that are texts until a run needs them: the in-page world, which is in the
 * document, and the parts that the page supplies.
 */

interface ProvidingScript extends HTMLScriptElement {
  provide: (provided: unknown) => void
}

/** Called by such a script while it is evaluated. */
export function provide(provided: unknown): void {
  // Only `Scripts` evaluates them, and it sets `provide`.
  const script = document.currentScript as ProvidingScript
  script.provide(provided)
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
      const script = Object.assign(this.#document.createElement('script'), {
        provide: (provided: unknown) => this.#provided.set(name, provided),
      })
      script.textContent = this.text(name)
      this.#document.head.append(script)
      script.remove()
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
