/** Runs `client.js` in the sandbox's document. */
import type { PreparedFile } from './program-files.ts'

/** What a module calls first, so that it is known to run: the browser starts it when it likes. */
const BEGIN = 'upgrade101_begin'
export const MODULE_PROLOGUE = `${BEGIN}();`

/**
 * Resolves when the program has run up to its first top-level `await`, or cannot run. What it
 * throws, and what is wrong with its text, goes to the window.
 */
export function runClientProgram(window: Window, file: PreparedFile): Promise<void> {
  const { document } = window
  const script = document.createElement('script')
  // Named for stacks: line and column are then those of the text, in Chromium and in Firefox.
  script.textContent = `${file.code}\n//# sourceURL=${file.name}`
  if (file.goal === 'script') {
    document.head.append(script)
    script.remove()
    return Promise.resolve()
  }
  return new Promise((resolve) => {
    const settle = () => {
      Reflect.deleteProperty(window, BEGIN)
      window.removeEventListener('error', settle)
      resolve()
    }
    Object.defineProperty(window, BEGIN, { configurable: true, value: settle })
    window.addEventListener('error', settle)
    script.addEventListener('error', settle)
    script.type = 'module'
    document.head.append(script)
    script.remove()
  })
}
