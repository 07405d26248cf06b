/**
 * The workers and iframes that a program makes. A script of ours runs first in each, so that its
 * sockets are routed and observed like those of the page. The console warns of the rest.
 */
import type { FunctionMasks } from '../../native-websocket/function-masks.ts'
import { convertible, textOf } from '../../native-websocket/conversion.ts'
import { dataOf } from '../message-data.ts'
import { SourceFrames } from './source-frames.ts'
import { realmScript, type RealmPorts, type RealmSettings, type RealmState } from './settings.ts'

export interface RealmsOptions {
  readonly realm: typeof globalThis
  readonly masks: FunctionMasks
  /** For the realms made here; each gets a name and a key as well. */
  readonly settings: Omit<RealmSettings, 'name' | 'key' | 'url'>
  /** Prefix of the new realms' names: the name of the realm that makes them. */
  readonly prefix: string
  /** Sends the page the port on which a realm reports. */
  announce(name: string, port: MessagePort): void
  /** Warns in the console of a realm that is not observed. */
  warn(text: string): void
  /** `busy` may have changed. */
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
  /** The Blob behind each object URL of the program, until it is revoked. */
  readonly #blobs = new Map<string, Blob>()
  /** The program's URL for each URL of a script that begins with ours. */
  readonly #known = new Map<string, string>()
  readonly #workers = { count: 0 }
  readonly #frames = { count: 0 }

  constructor(options: RealmsOptions) {
    this.#options = options
    this.#watchUrls()
    this.#maskWorkers()
    const { realm, masks } = options
    // Workers make no iframes.
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

  /** Makes the ports of a realm; `hand` passes the realm its ends. */
  #listenTo(created: Realm, hand: (ports: readonly MessagePort[]) => void): void {
    const page = new MessageChannel()
    const maker = new MessageChannel()
    maker.port1.onmessage = (event: MessageEvent<RealmState>) => {
      created.started = true
      created.busy = dataOf(event).busy
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
    // Missing inside workers of some browsers.
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
        // A plain event without a message: the script could not be loaded.
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

/** Milliseconds after `load` within which an iframe must report that its script runs. */
const PATIENCE = 100

const UNKNOWN_WORKER =
  'The sockets of this worker are neither routed nor recorded: its URL was made in another worker.'
const UNLOADED_WORKER =
  'This worker did not start. A program’s page has an origin of its own here, to which some browsers (Chromium) load no module worker: use a classic one.'

// Taken before the program can replace it. Insecure contexts have no `randomUUID`.
const getRandomValues = crypto.getRandomValues.bind(crypto)

function randomKey(): string {
  return getRandomValues(new Uint32Array(4)).join('-')
}

function portsOf({ settings }: Realm): RealmPorts {
  return { upgrade101: settings.key }
}
