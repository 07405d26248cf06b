/**
 * `XMLHttpRequest` of one network (xhr.spec.whatwg.org) over the in-page link. Over 300 lines, because
 * an interface has all of its members, and each checks what it is given.
 *
 * Three things differ from a browser's: `isTrusted` of its events is false, a synchronous request
 * throws, because the server would have to wait too, and `upload` ends when the response begins.
 */
import type { Header } from '../../core/trace/event.ts'
import type { ClientWorld } from '../client/client-world.ts'
import type { ClockTimer, Turn } from '../clock/clock.ts'
import { readRequestBody } from '../fetch/request-body.ts'
import { withoutFragment, type HttpClient } from '../http/http-client.ts'
import { CallRecorder } from '../web-api/call-recorder.ts'
import { shapeAsInterface } from '../web-api/interface-object.ts'
import { addEventMembers, TargetEvents } from '../web-api/target-events.ts'
import { toUsvString } from '../web-api/web-idl.ts'
import { bodyOf } from './given-body.ts'
import { ReceivedResponse } from './received-response.ts'
import { progress, RequestEvents, type Target } from './request-events.ts'
import { createUploadClass, LISTENING, UPLOAD_EVENTS } from './upload.ts'
import { isForbiddenField, requireArguments, toFieldValue, toMethod } from './request-fields.ts'

const UNSENT = 0
const OPENED = 1
const HEADERS_RECEIVED = 2
const LOADING = 3
const DONE = 4
type State = 0 | 1 | 2 | 3 | 4
const TYPES: readonly string[] = ['', 'arraybuffer', 'blob', 'document', 'json', 'text']

/** How a request ends without a response (XHR §3.5.6, "request error steps"). */
type Failure = 'abort' | 'error' | 'timeout'

export function createXMLHttpRequestClass(
  world: ClientWorld,
  client: HttpClient,
): typeof globalThis.XMLHttpRequest {
  const calls = new CallRecorder(world, 'XMLHttpRequest')
  let isRequest: (value: object) => boolean = () => false

  const { XMLHttpRequestUpload, targetOf } = createUploadClass(world)

  class XMLHttpRequest extends EventTarget {
    readonly #events = new TargetEvents(this, world)
    readonly #own: Target = { target: this, events: this.#events }
    readonly #upload = new XMLHttpRequestUpload()
    readonly #uploading = targetOf(this.#upload)
    #readyState: State = UNSENT
    #method = 'GET'
    #url: URL | undefined
    #isAsync = true
    #headers: Header[] = []
    #timeout = 0
    #withCredentials = false
    #responseType: XMLHttpRequestResponseType = ''
    #overridden: string | undefined
    #isSent = false
    /** Its upload has said all that it will. */
    #isUploaded = true
    #bodyLength = 0
    #response: ReceivedResponse | undefined
    /** Ends the request that is going on, silently. */
    #giveUp: () => void = () => undefined
    #sentAt = 0
    #deadline: ClockTimer | undefined
    readonly #run = new RequestEvents(world, this.#own, () => {
      const { length = 0, total = 0 } = this.#response ?? {}
      return { length, total }
    })

    open(...args: unknown[]): void {
      const context = "Failed to execute 'open' on 'XMLHttpRequest'"
      calls.check('open', args, {}, () => {
        requireArguments(context, args, 2)
        const method = toMethod(context, `${args[0] as string}`)
        const text = toUsvString(args[1])
        if (!URL.canParse(text, world.baseUrl()))
          throw new DOMException(`${context}: Invalid URL`, 'SyntaxError')
        const isAsync = args.length < 3 || Boolean(args[2])
        if (!isAsync && (this.#timeout !== 0 || this.#responseType !== '')) {
          const what =
            this.#timeout === 0
              ? 'from a document must not set a response type'
              : 'must not set a timeout'
          throw new DOMException(`${context}: Synchronous requests ${what}.`, 'InvalidAccessError')
        }
        this.#method = method
        this.#url = new URL(text, world.baseUrl())
        this.#isAsync = isAsync
      })
      calls.call('open', args, {})
      this.#stop()
      this.#isSent = false
      this.#headers = []
      this.#response = undefined
      if (this.#readyState === OPENED) return
      this.#readyState = OPENED
      this.#run.fireNow(new Event('readystatechange'))
    }

    setRequestHeader(...args: unknown[]): void {
      const context = "Failed to execute 'setRequestHeader' on 'XMLHttpRequest'"
      requireArguments(context, args, 2)
      this.#mustBeOpened(context)
      const name = `${args[0] as string}`
      const value = toFieldValue(context, name, `${args[1] as string}`)
      if (isForbiddenField(name)) return
      const same = ([other]: Header) => other.toLowerCase() === name.toLowerCase()
      const before = this.#headers.find(same)
      this.#headers =
        before === undefined
          ? [...this.#headers, [name, value]]
          : this.#headers.map((field) =>
              same(field) ? [field[0], `${field[1]}, ${value}`] : field,
            )
    }

    send(...args: unknown[]): void {
      const context = "Failed to execute 'send' on 'XMLHttpRequest'"
      calls.check('send', args, {}, () => this.#mustBeOpened(context))
      const cause = calls.call('send', args, {})
      if (!this.#isAsync) {
        throw new DOMException(
          `${context}: Failed to load '${this.#url?.href ?? ''}': a synchronous request would keep the server from running, which is in this page too.`,
          'NetworkError',
        )
      }
      const given = ['GET', 'HEAD'].includes(this.#method) ? null : (args[0] ?? null)
      this.#isSent = true
      this.#sentAt = world.clock.now()
      const generation = this.#run.renew()
      const contentType = this.#headers.find(([name]) => name.toLowerCase() === 'content-type')
      const body = given === null ? undefined : bodyOf(given, contentType?.[1])
      this.#isUploaded = body === undefined
      this.#bodyLength = body?.length ?? 0
      this.#watchTime()
      this.#run.fireNow(progress('loadstart', 0, 0))
      // A listener may have aborted it, or opened it anew.
      if (this.#hasChanged(generation)) return
      if (this.#hasUploadListeners && !this.#isUploaded)
        this.#run.fireNow(progress('loadstart', 0, this.#bodyLength), this.#uploading)
      if (this.#hasChanged(generation)) return
      if (body === undefined) {
        this.#request(undefined, null, cause)
        return
      }
      readRequestBody(body.request, world.clock, world.formBoundaries).then(
        ({ octets, contentType: type }) => {
          if (!this.#hasChanged(generation)) this.#request(octets, body.type ?? type, cause)
        },
        () => this.#run.queue(cause, (turn) => this.#fail('error', turn)),
      )
    }

    abort(): void {
      calls.call('abort', [], {})
      this.#stop()
      if (this.#isSent) this.#failNow('abort')
      if (this.#readyState === DONE) {
        this.#readyState = UNSENT
        this.#response = undefined
      }
    }

    overrideMimeType(...args: unknown[]): void {
      const context = "Failed to execute 'overrideMimeType' on 'XMLHttpRequest'"
      requireArguments(context, args, 1)
      this.#mustNotLoad(`${context}: MimeType cannot be overridden when the state is`)
      this.#overridden = `${args[0] as string}`
    }

    getResponseHeader(...args: unknown[]): string | null {
      requireArguments("Failed to execute 'getResponseHeader' on 'XMLHttpRequest'", args, 1)
      return this.#response?.header(`${args[0] as string}`) ?? null
    }

    getAllResponseHeaders(): string {
      return this.#response?.allHeaders() ?? ''
    }

    get readyState(): State {
      return this.#readyState
    }

    get timeout(): number {
      return this.#timeout
    }

    set timeout(value: unknown) {
      if (!this.#isAsync) {
        throw new DOMException(
          "Failed to set the 'timeout' property on 'XMLHttpRequest': Timeouts cannot be set for synchronous requests made from a document.",
          'InvalidAccessError',
        )
      }
      // `unsigned long`.
      this.#timeout = Number(value) >>> 0
      if (this.#isSent) this.#watchTime()
    }

    get withCredentials(): boolean {
      return this.#withCredentials
    }

    set withCredentials(value: unknown) {
      if (this.#readyState > OPENED || this.#isSent) {
        throw new DOMException(
          "Failed to set the 'withCredentials' property on 'XMLHttpRequest': The value may only be set if the object's state is UNSENT or OPENED.",
          'InvalidStateError',
        )
      }
      this.#withCredentials = Boolean(value)
    }

    get upload(): object {
      return this.#upload
    }

    get responseURL(): string {
      return this.#response === undefined ? '' : withoutFragment(this.#response.url)
    }

    get status(): number {
      return this.#response?.head.status ?? 0
    }

    get statusText(): string {
      return this.#response?.head.statusText ?? ''
    }

    get responseType(): XMLHttpRequestResponseType {
      return this.#responseType
    }

    set responseType(value: unknown) {
      const context = "Failed to set the 'responseType' property on 'XMLHttpRequest'"
      const type = `${value as string}`
      // An enumeration ignores other values (Web IDL §3.3.6).
      if (!TYPES.includes(type)) return
      this.#mustNotLoad(`${context}: The response type cannot be set if the object's state is`)
      if (!this.#isAsync) {
        throw new DOMException(
          `${context}: The response type cannot be changed for synchronous requests made from a document.`,
          'InvalidAccessError',
        )
      }
      // One of `TYPES`.
      this.#responseType = type as XMLHttpRequestResponseType
    }

    get response(): unknown {
      const type = this.#responseType
      if (type === '' || type === 'text') return this.#text
      return this.#readyState === DONE ? (this.#response?.object(type) ?? null) : null
    }

    get responseText(): string {
      this.#mustHaveType('responseText', "'' or 'text'", ['', 'text'])
      return this.#text
    }

    get responseXML(): unknown {
      this.#mustHaveType('responseXML', "'' or 'document'", ['', 'document'])
      if (this.#readyState !== DONE || this.#response === undefined) return null
      return this.#responseType === 'document'
        ? this.#response.object('document')
        : this.#response.document('')
    }

    static {
      isRequest = (value) => #upload in value
      addEventMembers<XMLHttpRequest>(
        XMLHttpRequest.prototype,
        ['readystatechange', ...UPLOAD_EVENTS],
        (request) => request.#events,
        () => undefined,
      )
    }

    get #text(): string {
      const isThere = this.#readyState === LOADING || this.#readyState === DONE
      return isThere ? (this.#response?.text() ?? '') : ''
    }

    get #hasUploadListeners(): boolean {
      return UPLOAD_EVENTS.some((type) => this.#uploading.events.listeners.count(type) > 0)
    }

    #hasChanged(generation: number): boolean {
      return this.#run.generation !== generation || this.#readyState !== OPENED || !this.#isSent
    }

    #mustBeOpened(context: string): void {
      if (this.#readyState === OPENED && !this.#isSent) return
      const message = `${context}: The object's state must be OPENED.`
      throw new DOMException(message, 'InvalidStateError')
    }

    #mustNotLoad(message: string): void {
      if (this.#readyState < LOADING) return
      throw new DOMException(`${message} LOADING or DONE.`, 'InvalidStateError')
    }

    #mustHaveType(name: string, types: string, allowed: readonly string[]): void {
      if (allowed.includes(this.#responseType)) return
      throw new DOMException(
        `Failed to read the '${name}' property from 'XMLHttpRequest': The value is only accessible if the object's 'responseType' is ${types} (was '${this.#responseType}').`,
        'InvalidStateError',
      )
    }

    #request(body: Uint8Array | undefined, contentType: string | null, cause: number): void {
      const url = new URL(this.#url ?? world.baseUrl())
      if (!/^https?:$/u.test(url.protocol) || world.isMixedContent(url)) {
        this.#run.queue(cause, (turn) => this.#fail('error', turn))
        return
      }
      // They answer a server that asks for them, which none is sent before.
      url.username = ''
      url.password = ''
      const type = /^content-type$/iu
      const headers = this.#headers.map(([name, value]): Header => [
        name,
        type.test(name) ? (contentType ?? value) : value,
      ])
      if (!headers.some(([name]) => /^accept$/iu.test(name))) headers.push(['Accept', '*/*'])
      if (contentType !== null && !headers.some(([name]) => type.test(name)))
        headers.push(['Content-Type', contentType])
      this.#giveUp = client.send(
        {
          ...{ method: this.#method, url, headers, body, redirect: 'follow', cause },
          credentials: this.#withCredentials ? 'include' : 'same-origin',
          api: 'XMLHttpRequest',
        },
        {
          response: (response, seq) =>
            this.#run.queue(seq, async (turn) => {
              await this.#uploaded(turn)
              this.#response = new ReceivedResponse(response, this.#overridden)
              await this.#become(HEADERS_RECEIVED, turn)
            }),
          data: (data, seq) =>
            this.#run.queue(seq, async (turn) => {
              this.#response?.push(data)
              const isFirst = this.#readyState !== LOADING
              await this.#become(LOADING, turn)
              await this.#run.progressed(turn, isFirst)
            }),
          end: (seq) => this.#run.queue(seq, (turn) => this.#end(turn)),
          failed: (_reason, _id, seq) => this.#run.queue(seq, (turn) => this.#fail('error', turn)),
        },
      )
    }

    async #become(state: State, turn: Turn): Promise<void> {
      if (this.#readyState === state) return
      this.#readyState = state
      await this.#run.fire(new Event('readystatechange'), turn)
    }

    async #end(turn: Turn): Promise<void> {
      const { generation } = this.#run
      await this.#run.tellProgress(turn)
      if (this.#run.generation !== generation) return
      this.#run.endProgress()
      this.#deadline?.clear()
      this.#isSent = false
      await this.#become(DONE, turn)
      if (this.#run.generation === generation)
        await this.#run.fireOfResponse(['load', 'loadend'], turn)
    }

    async #uploaded(turn: Turn): Promise<void> {
      if (this.#isUploaded) return
      this.#isUploaded = true
      for (const type of ['progress', 'load', 'loadend'])
        await this.#run.fire(
          progress(type, this.#bodyLength, this.#bodyLength),
          turn,
          this.#uploading,
        )
    }

    /** The events of a failure, each with where it is fired. */
    #failing(failure: Failure): readonly (readonly [Event, Target])[] {
      this.#stop()
      this.#readyState = DONE
      this.#isSent = false
      this.#response = undefined
      const both = (target: Target) =>
        [failure, 'loadend'].map((type) => [progress(type, 0, 0), target] as const)
      const upload = this.#isUploaded ? [] : both(this.#uploading)
      this.#isUploaded = true
      return [[new Event('readystatechange'), this.#own], ...upload, ...both(this.#own)]
    }

    async #fail(failure: Failure, turn: Turn): Promise<void> {
      const events = this.#failing(failure)
      const { generation } = this.#run
      for (const [event, target] of events)
        if (this.#run.generation === generation) await this.#run.fire(event, turn, target)
    }

    #failNow(failure: Failure): void {
      const events = this.#failing(failure)
      const { generation } = this.#run
      for (const [event, target] of events)
        if (this.#run.generation === generation) this.#run.fireNow(event, target)
    }

    #watchTime(): void {
      this.#deadline?.clear()
      if (this.#timeout === 0) return
      const rest = Math.max(0, this.#sentAt + this.#timeout - world.clock.now())
      this.#deadline = world.clock.setTimer(() => {
        this.#run.queue(undefined, (turn) => this.#fail('timeout', turn))
        return undefined
      }, rest)
    }

    #stop(): void {
      this.#run.renew()
      this.#deadline?.clear()
      this.#giveUp()
      this.#giveUp = () => undefined
    }
  }

  const shaped = shapeAsInterface(XMLHttpRequest, {
    name: 'XMLHttpRequest',
    constants: { UNSENT, OPENED, HEADERS_RECEIVED, LOADING, DONE },
    members: [
      ...['onreadystatechange', 'readyState', 'timeout', 'withCredentials', 'upload'],
      ...['responseURL', 'status', 'statusText', 'responseType', 'response', 'responseText'],
      ...['responseXML', 'UNSENT', 'OPENED', 'HEADERS_RECEIVED', 'LOADING', 'DONE'],
      ...['abort', 'getAllResponseHeaders', 'getResponseHeader', 'open', 'overrideMimeType'],
      ...['send', 'setRequestHeader', ...UPLOAD_EVENTS.map((type) => `on${type}`)],
      ...LISTENING,
    ],
    lengths: {
      ...{ addEventListener: 2, removeEventListener: 2, open: 2, setRequestHeader: 2 },
      ...{ getResponseHeader: 1, overrideMimeType: 1 },
    },
    isInstance: isRequest,
    untold: world.untold,
  })
  Object.defineProperty(XMLHttpRequest, 'length', { value: 0, configurable: true })
  // It has the constants, the constructor and the members of the interface: see the tests.
  return shaped as unknown as typeof globalThis.XMLHttpRequest
}
