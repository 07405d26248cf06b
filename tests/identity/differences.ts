import type { KnownDifference } from '../conformance/differences.ts'

/** What an observed WebSocket cannot hide, in Chromium alone. */
export const knownDifferences: readonly KnownDifference[] = [
  {
    program: 'receivers-of-the-wrong-kind',
    inPage:
      'read only "throws" TypeError: Cannot set property readyState of [object WebSocket] which has only a getter',
    native:
      'read only "throws" TypeError: Cannot set property readyState of #<WebSocket> which has only a getter',
    reason: 'V8 prints an object by the name of its constructor, and takes none from a Proxy',
  },
]
