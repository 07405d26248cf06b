/**
 * HTTP Archive 1.2 (http://www.softwareishard.com/blog/har-12-spec/), as far as we write it. Fields
 * that begin with an underscore are Chrome DevTools' own.
 */
export interface HarNameValue {
  readonly name: string
  readonly value: string
}

export interface HarRequest {
  readonly method: string
  readonly url: string
  readonly httpVersion: string
  readonly cookies: readonly HarNameValue[]
  readonly headers: readonly HarNameValue[]
  readonly queryString: readonly HarNameValue[]
  /** Octets; −1 where nobody saw them. */
  readonly headersSize: number
  readonly bodySize: number
  readonly postData?: { readonly mimeType: string; readonly params: []; readonly text: string }
}

export interface HarResponse {
  /** 0 where no response came. */
  readonly status: number
  readonly statusText: string
  readonly httpVersion: string
  readonly cookies: readonly HarNameValue[]
  readonly headers: readonly HarNameValue[]
  readonly content: {
    readonly size: number
    readonly mimeType: string
    readonly text?: string
    readonly encoding?: 'base64'
  }
  readonly redirectURL: string
  readonly headersSize: number
  readonly bodySize: number
  readonly _transferSize: number
  readonly _error: string | null
}

/** Milliseconds; −1 where it does not apply. */
export interface HarTimings {
  readonly blocked: number
  readonly dns: number
  readonly ssl: number
  readonly connect: number
  readonly send: number
  readonly wait: number
  readonly receive: number
}

export interface HarWebSocketMessage {
  readonly type: 'send' | 'receive'
  /** Seconds since 1970. */
  readonly time: number
  /** 1 for text, 2 for binary. */
  readonly opcode: number
  /** The text; octets as Base64. */
  readonly data: string
}

export interface HarEntry {
  readonly _resourceType: 'websocket' | 'fetch' | 'eventsource'
  readonly _webSocketMessages?: readonly HarWebSocketMessage[]
  readonly startedDateTime: string
  /** Milliseconds: all timings that apply. */
  readonly time: number
  readonly request: HarRequest
  readonly response: HarResponse
  readonly cache: Readonly<Record<string, never>>
  readonly timings: HarTimings
  readonly connection: string
  readonly comment?: string
}

export interface Har {
  readonly log: {
    readonly version: '1.2'
    readonly creator: { readonly name: string; readonly version: string }
    readonly browser?: { readonly name: string; readonly version: string }
    readonly pages: readonly []
    readonly entries: readonly HarEntry[]
  }
}
