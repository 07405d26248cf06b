/** Records uncaught errors of a program with their position in the text. */
import type { Side, SourcePosition, UncaughtError } from '../../core/trace/event.ts'
import { EndlessLoop } from './loop-guard.ts'
import type { ProgramFiles } from './program-files.ts'
import type { RecordStream } from './record-stream.ts'

type Kind = UncaughtError['kind']

export interface UncaughtOptions {
  readonly recorder: RecordStream
  readonly files: ProgramFiles
  /** Called for every recorded error. */
  readonly recorded: (kind: Kind) => void
}

interface Circumstances {
  /** Used if the error's stack has no position in the program. */
  readonly place?: SourcePosition | undefined
  readonly side?: Side | undefined
}

export class Uncaught {
  readonly #options: UncaughtOptions
  /** An error may reach the window and also reject a promise of ours. */
  readonly #seen = new WeakSet<object>()
  /** The file that the browser is parsing: a SyntaxError concerns this file. */
  loading: string | undefined

  constructor(target: Window, options: UncaughtOptions) {
    this.#options = options
    target.addEventListener('error', this.#onError)
    target.addEventListener('unhandledrejection', (event) => {
      this.report(event.reason, 'unhandledRejection')
    })
  }

  /** Records what was thrown, once. */
  report(thrown: unknown, kind: Kind, { place, side }: Circumstances = {}): void {
    if (typeof thrown === 'object' && thrown !== null) {
      if (this.#seen.has(thrown)) return
      this.#seen.add(thrown)
    }
    const { recorder, recorded } = this.#options
    const isLoop = thrown instanceof EndlessLoop
    const { name, message } = describe(thrown)
    const source = isLoop
      ? thrown.position
      : (this.#placeInStack(thrown) ?? place ?? recorder.placeOfException(name, message))
    const recordedKind = isLoop ? 'endlessLoop' : kind
    recorder.record({
      type: 'uncaughtError',
      side: side ?? ((source?.file ?? this.loading) === 'server.js' ? 'server' : 'client'),
      provenance: 'observed',
      kind: recordedKind,
      name,
      message: kind === 'syntaxError' ? withoutPreamble(message) : message,
      ...(source && { source }),
    })
    recorded(recordedKind)
  }

  #placeInStack(thrown: unknown): SourcePosition | undefined {
    return thrown instanceof Error ? this.#options.files.inStack(thrown.stack) : undefined
  }

  readonly #onError = (event: ErrorEvent): void => {
    const thrown: unknown = event.error ?? event.message
    const { files } = this.#options
    const ofText =
      this.loading !== undefined &&
      thrown instanceof SyntaxError &&
      this.#placeInStack(thrown) === undefined
    // Firefox ignores the script's given name; all other scripts are ours.
    const file = files.nameIn(event.filename) ?? (ofText ? this.loading : undefined)
    const column = Math.max(1, event.colno)
    const place =
      file !== undefined && event.lineno > 0
        ? files.inText({ file, line: event.lineno, column })
        : undefined
    this.report(thrown, ofText ? 'syntaxError' : 'exception', { place })
  }
}

/** Any value can be thrown; only an error has a name. */
function describe(thrown: unknown): { readonly name: string; readonly message: string } {
  try {
    return thrown instanceof Error
      ? { name: String(thrown.name), message: String(thrown.message) }
      : { name: '', message: String(thrown) }
  } catch {
    return { name: '', message: Object.prototype.toString.call(thrown) }
  }
}

/**
 * Removes two prefixes: Chromium's, of the method that put the script into the document, and the
 * in-page network's, of a position that is the event's `source` already.
 */
function withoutPreamble(message: string): string {
  return message.replace(/^(Failed to execute .*?'|[\w.-]+:\d+:\d+): /u, '')
}
