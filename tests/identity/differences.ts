import type { KnownDifference } from '../conformance/differences.ts'

const noName = 'V8 prints an object by the name of its constructor, and takes none from a Proxy'

/** What an observed WebSocket cannot hide, by browser. */
export const knownDifferences: Readonly<Record<string, readonly KnownDifference[]>> = {
  Chromium: [
    {
      program: 'receivers-of-the-wrong-kind',
      inPage:
        'read only "throws" TypeError: Cannot set property readyState of [object WebSocket] which has only a getter',
      native:
        'read only "throws" TypeError: Cannot set property readyState of #<WebSocket> which has only a getter',
      reason: noName,
    },
  ],
  Firefox: [],
}

/**
 * SpiderMonkey quotes the expression that gave a value it refuses, where that is easily had, and
 * says whether what cannot be cloned is a Proxy.
 */
export function wordingOf(browserName: string): (line: string) => string {
  if (browserName !== 'Firefox') return (line) => line
  return (line) =>
    line
      .replace(/TypeError: can't convert .* to string/u, "TypeError: can't convert … to string")
      .replace(/TypeError: .* (is not (?:iterable|a function))/u, 'TypeError: … $1')
      .replace(/(?:Proxy|Function) object could not be cloned/u, '… object could not be cloned')
}
