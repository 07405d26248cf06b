/** Records uncaught errors of a program with their position in the text. */
import { copyValue } from '../../core/trace/copy-value.ts'
import type { Side, SourcePosition, UncaughtError } from '../../core/trace/event.ts'
import type { RemoteValue } from '../../core/trace/remote-value.ts'
import { EndlessLoop } from './loop-guard.ts'
import type { ProgramFiles } from './program-files.ts'
import type { RecordStream } from './record-stream.ts'

type Kind = UncaughtError['kind']

const SERVER = 'server.js'

export interface UncaughtOptions {
  readonly recorder: RecordStream
  readonly files: ProgramFiles
  /** Copies what was thrown. */
  readonly copy: (thrown: unknown) => RemoteValue
  /** Whether something that was thrown is no error. */
  readonly isNone: (thrown: unknown) => boolean
  /** Takes a rejected promise of the server program, whose process decides what comes of it. */
  readonly rejectedOnServer: (reason: unknown, promise: Promise<unknown>) => boolean
  /** Called for every recorded error. */
  readonly recorded: (kind: Kind) => void
}

interface Circumstances {
  /** Used if the error's stack has no position in the program. */
  readonly place?: SourcePosition | undefined
  readonly side?: Side | undefined
  /** Of several server programs, the one that threw. */
  readonly server?: number | undefined
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
      const reason: unknown = event.reason
      const isOfServer = this.#placeInStack(reason)?.file === SERVER && this.loading !== SERVER
      if (isOfServer && options.rejectedOnServer(reason, event.promise)) return
      this.report(reason, 'unhandledRejection')
    })
  }

  /** Records what was thrown, once. */
  report(thrown: unknown, kind: Kind, { place, side, server }: Circumstances = {}): void {
    if (this.#options.isNone(thrown)) return
    if (typeof thrown === 'object' && thrown !== null) {
      if (this.#seen.has(thrown)) return
      this.#seen.add(thrown)
    }
    const { recorder, recorded, copy } = this.#options
    const isLoop = thrown instanceof EndlessLoop
    const { name, message } = describe(thrown)
    const source = isLoop
      ? thrown.position
      : (this.#placeInStack(thrown) ?? place ?? recorder.placeOfException(name, message))
    const recordedKind = isLoop ? 'endlessLoop' : kind
    recorder.record({
      type: 'uncaughtError',
      side: side ?? ((source?.file ?? this.loading) === SERVER ? 'server' : 'client'),
      provenance: 'observed',
      kind: recordedKind,
      name,
      message: kind === 'syntaxError' ? withoutPreamble(message) : message,
      ...(isLoop || kind === 'syntaxError' ? {} : { value: copy(thrown) }),
      ...(source && { source }),
      ...(server !== undefined && { server }),
    })
    recorded(recordedKind)
  }

  #placeInStack(thrown: unknown): SourcePosition | undefined {
    return thrown instanceof Error ? this.#options.files.inStack(thrown.stack) : undefined
  }

  readonly #onError = (event: ErrorEvent): void => {
    const thrown: unknown = event.error
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

/**
 * Any value can be thrown; only an error has a name. An object is told as V8 tells it, `#<Object>`, and
 * no code of the program's runs for it.
 */
export function describe(thrown: unknown): { readonly name: string; readonly message: string } {
  const copied = copyValue(thrown)
  switch (copied.kind) {
    case 'error': {
      // As long as they are: the page cuts them, and says so.
      const { name, message } = thrown as Readonly<Record<'name' | 'message', unknown>>
      return {
        name: typeof name === 'string' ? name : copied.name,
        message: typeof message === 'string' ? message : copied.message,
      }
    }
    case 'object':
      return { name: '', message: `#<${copied.className === '' ? 'Object' : copied.className}>` }
    case 'array':
    case 'bytes':
      return { name: '', message: `#<${copied.className}>` }
    case 'function':
      return { name: '', message: `function ${copied.name}` }
    default:
      return { name: '', message: String(thrown) }
  }
}

/**
 * Removes two prefixes: Chromium's, of the method that put the script into the document, and the
 * in-page network's, of a position that is the event's `source` already.
 */
function withoutPreamble(message: string): string {
  return message.replace(/^(Failed to execute .*?'|[\w.-]+:\d+:\d+): /u, '')
}
