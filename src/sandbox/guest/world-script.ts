/**
 * The in-page world is a separate script, because it is large and a live endpoint does not need it.
 * Its text is part of the document, and is evaluated on demand.
 */
import type { WorldFactory } from './world.ts'

interface WorldScript extends HTMLScriptElement {
  provide: (factory: WorldFactory) => void
}

/** Called by the script of a world while it is evaluated. */
export function provideWorld(factory: WorldFactory): void {
  // Only `WorldLoader` evaluates such a script, and it sets `provide`.
  const script = document.currentScript as WorldScript
  script.provide(factory)
}

/** Takes the text of the script with this name out of the document. */
export function takeScript(document: Document, name: string): string {
  const waiting = document.querySelector(`script[data-waiting="${name}"]`)
  waiting?.remove()
  return waiting?.textContent ?? ''
}

/** Evaluates the script once and leaves no trace of it for the program to find. */
export class WorldLoader {
  readonly #document: Document
  readonly #text: string
  #factory: WorldFactory | undefined

  constructor(document: Document) {
    this.#document = document
    this.#text = takeScript(document, 'in-page')
  }

  load(): WorldFactory {
    if (this.#factory === undefined) {
      const provide: WorldScript['provide'] = (factory) => {
        this.#factory = factory
      }
      const script = Object.assign(this.#document.createElement('script'), { provide })
      script.textContent = this.#text
      this.#document.head.append(script)
      script.remove()
    }
    if (this.#factory === undefined) throw new Error('The in-page world is not in this document')
    return this.#factory
  }
}
