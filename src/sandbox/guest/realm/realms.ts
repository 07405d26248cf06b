/**
 * The workers and frames that a program makes. Each begins with a script of ours, so that its
 * sockets are routed and observed as those of the page are; what cannot be seen is said.
 */
import type { FunctionMasks } from '../../native-websocket/function-masks.ts'
import { convertible, textOf } from '../../native-websocket/conversion.ts'
import { SourceFrames } from './source-frames.ts'
import { realmScript, type RealmPorts, type RealmSettings, type RealmState } from './settings.ts'

export interface RealmsOptions {
  readonly realm: typeof globalThis
  readonly masks: FunctionMasks
  /** Of the realms made here, but for their names and keys. */
  readonly settings: Omit<RealmSettings, 'name' | 'key' | 'url'>
  /** What names begin with: those of a realm's own realms with its name. */
  readonly prefix: string
  /** Hands the page the port over which a realm tells what happens in it. */
  announce(name: string, port: MessagePort): void
  /** Tells the reader of the console what is not observed. */
  warn(text: string): void
  /** Whether a realm is busy may have changed. */
  changed(): void
}

interface Realm {
  readonly settings: RealmSettings
  busy: boolean
  started: boolean
}

export class Realms {
  readonly #options: RealmsOptions
  readonly #realms = new Set<Realm>()
  readonly #byWorker = new WeakMap<object, Realm>()
  /** What stands behind each URL that the program made, until it revokes it. */
  readonly #blobs = new Map<string, Blob>()
  /** URLs of scripts that begin with ours, and those that the program knows. */
  readonly #known = new Map<string, string>()
  readonly #workers = { count: 0 }
  readonly #frames = { count: 0 }

  constructor(options: RealmsOptions) {
    this.#options = options
    this.#watchUrls()
    this.#maskWorkers()
    const { realm, masks } = options
    // Workers make no frames.
    if ('document' in realm) {
      new SourceFrames(realm, masks, {
        script: (element) => {
          const created = this.#create('f', this.#frames)
          this.#listenTo(created, (ports) => {
            const loaded = () => {
              element.contentWindow?.postMessage(portsOf(created), '*', [...ports])
              realm.setTimeout(() => created.started || this.#idle(created), PATIENCE)
            }
            element.addEventListener('load', loaded, { once: true })
          })
          return realmScript(created.settings)
        },
        warn: (text) => options.warn(text),
      })
    }
  }

  get busy(): boolean {
    return [...this.#realms].some((one) => one.busy)
  }

  #create(letter: string, kind: { count: number }, url?: string): Realm {
    const { settings, prefix } = this.#options
    kind.count += 1
    const created: Realm = {
      settings: {
        ...settings,
        name: `${prefix}${letter}${kind.count}`,
        key: randomKey(),
        ...(url !== undefined && { url }),
      },
      busy: true,
      started: false,
    }
    this.#realms.add(created)
    return created
  }

  /** Makes the ports of a realm; `hand` gives it its ends. */
  #listenTo(created: Realm, hand: (ports: readonly MessagePort[]) => void): void {
    const page = new MessageChannel()
    const maker = new MessageChannel()
    maker.port1.onmessage = ({ data }: MessageEvent<RealmState>) => {
      created.started = true
      created.busy = data.busy
      this.#options.changed()
    }
    this.#options.announce(created.settings.name, page.port1)
    hand([page.port2, maker.port2])
  }

  #idle(created: Realm | undefined): void {
    if (created === undefined) return
    created.busy = false
    this.#options.changed()
  }

  #watchUrls(): void {
    const { realm, masks } = this.#options
    masks.method(realm.URL, 'createObjectURL', (call, _receiver, values) => {
      const url = call(values)
      const [blob] = values
      if (typeof url === 'string' && blob instanceof Blob) this.#blobs.set(url, blob)
      return url
    })
    masks.method(realm.URL, 'revokeObjectURL', (call, _receiver, values) => {
      if (typeof values[0] === 'string') this.#blobs.delete(values[0])
      return call(values)
    })
    masks.getter(realm.ErrorEvent.prototype, 'filename', (own) =>
      typeof own === 'string' ? (this.#known.get(own) ?? own) : own,
    )
  }

  #maskWorkers(): void {
    const { realm, masks, warn } = this.#options
    // Some browsers have none inside a worker.
    if (!('Worker' in realm)) return
    const { createObjectURL, revokeObjectURL } = realm.URL
    const { addEventListener } = realm.EventTarget.prototype
    const { postMessage } = realm.Worker.prototype

    masks.class(realm, 'Worker', (create, values) => {
      let created: Realm | undefined
      let wrapped: string | undefined
      const url = convertible(
        values[0],
        (code) => masks.program(code),
        (value) => {
          const text = textOf(value) ?? ''
          const blob = this.#blobs.get(text)
          if (blob === undefined) {
            if (text.startsWith('blob:')) warn(UNKNOWN_WORKER)
            return value
          }
          created = this.#create('w', this.#workers, text)
          const parts = [realmScript(created.settings), blob]
          wrapped = createObjectURL(new Blob(parts, { type: blob.type }))
          this.#known.set(wrapped, text)
          return wrapped
        },
      )
      let worker: Worker
      try {
        worker = create([url.passed, ...values.slice(1)].slice(0, values.length)) as Worker
      } catch (error) {
        this.#idle(created)
        throw error
      } finally {
        if (wrapped !== undefined) revokeObjectURL(wrapped)
      }
      // Assigned where the browser asked for the URL.
      const made = created as Realm | undefined
      if (made === undefined) return worker
      this.#byWorker.set(worker, made)
      this.#listenTo(made, (ports) =>
        postMessage.call(worker, portsOf(made), { transfer: [...ports] }),
      )
      const failed = (event: Event) => {
        if (made.started) return
        // An event that says nothing is a script that was not loaded.
        if (!(event instanceof ErrorEvent) || !event.message) warn(UNLOADED_WORKER)
        this.#idle(made)
      }
      addEventListener.call(worker, 'error', failed, true)
      return worker
    })
    masks.method(realm.Worker.prototype, 'terminate', (call, worker, values) => {
      call(values)
      this.#idle(this.#byWorker.get(worker))
      return undefined
    })
  }
}

/** Milliseconds that a frame which has loaded may take to tell that it has begun. */
const PATIENCE = 100

const UNKNOWN_WORKER =
  'The sockets of this worker are neither routed nor recorded: its URL was made in another worker.'
const UNLOADED_WORKER =
  'This worker did not start. A program’s page has an origin of its own here, to which some browsers (Chromium) load no module worker: use a classic one.'

// Taken before a program could replace it. `randomUUID` is not there in an insecure context.
const getRandomValues = crypto.getRandomValues.bind(crypto)

function randomKey(): string {
  return getRandomValues(new Uint32Array(4)).join('-')
}

function portsOf({ settings }: Realm): RealmPorts {
  return { upgrade101: settings.key }
}
