/** Runs `client.js` in the sandbox's document. */
import { BEGIN, type PreparedFile } from '../prepared-program.ts'
import type { Evaluate } from './evaluations.ts'

/**
 * Resolves when the program has run up to its first top-level `await`, or cannot run. Exceptions
 * and syntax errors reach the window's `error` event.
 * @param begun called by a module with what sees its variables.
 */
export function runClientProgram(
  window: Window,
  name: string,
  file: PreparedFile,
  begun: (evaluate: Evaluate) => void,
): Promise<void> {
  const { document } = window
  const script = document.createElement('script')
  // With a name, stacks in Chromium and Firefox give line and column in the text.
  script.textContent = `${file.code}\n//# sourceURL=${name}`
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
    const value = (evaluate: Evaluate) => {
      begun(evaluate)
      settle()
    }
    Object.defineProperty(window, BEGIN, { configurable: true, value })
    window.addEventListener('error', settle)
    script.addEventListener('error', settle)
    script.type = 'module'
    document.head.append(script)
    script.remove()
  })
}
