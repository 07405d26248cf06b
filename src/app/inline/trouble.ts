/**
 * A page whose scripts do not run can be read all the same, and says why nothing happens and what to do
 * about it. Its words are in the page: `page-document.ts`.
 */

export const TROUBLES = [
  'disk',
  'frame',
  'type',
  'policy',
  'offline',
  'outdated',
  'failed',
] as const
export type Trouble = (typeof TROUBLES)[number]

/** Where a page is, as far as it decides which scripts run. */
export interface Surroundings {
  /** `file:` */
  readonly protocol: string
  /** `null` in a sandboxed frame. */
  readonly origin: string
  readonly isOnline: boolean
}

/** What a host answers when it is asked for a script. */
export interface ScriptAnswer {
  readonly isOk: boolean
  /** The value of its Content-Type; empty if there is none. */
  readonly type: string
}

const JAVASCRIPT = /^(?:text|application)\/(?:x-)?(?:java|ecma)script\b/i

/** Why a script was not loaded, without asking the host; null if only the host knows. */
export function troubleHere({ protocol, origin, isOnline }: Surroundings): Trouble | null {
  if (protocol === 'file:') return 'disk'
  if (origin === 'null') return 'frame'
  return isOnline ? null : 'offline'
}

/** @param answer null if the host did not answer */
export function troubleOf(answer: ScriptAnswer | null): Trouble {
  if (answer?.isOk !== true) return 'outdated'
  return JAVASCRIPT.test(answer.type) ? 'failed' : 'type'
}

/** Listens for whatever keeps the app from starting, and shows the words for it. */
export function sayWhenScriptsFail(page: Document): void {
  let isSaid = false

  const say = (trouble: Trouble, detail = '') => {
    const box = page.querySelector<HTMLElement>('#trouble')
    // The words are at the end of a page that is still being read.
    if (box === null)
      return page.addEventListener('DOMContentLoaded', () => say(trouble, detail), { once: true })
    // The first cause explains the others.
    if (isSaid) return
    isSaid = true
    for (const words of box.querySelectorAll<HTMLElement>('[data-trouble]')) {
      words.hidden = words.dataset['trouble'] !== trouble
      const place = words.querySelector('b')
      if (place !== null) place.textContent = detail
    }
    box.hidden = false
  }

  const askHost = async (url: string) => {
    const here = troubleHere({
      protocol: location.protocol,
      origin: self.origin,
      isOnline: navigator.onLine,
    })
    if (here !== null) return say(here)
    const answer = await fetch(url, { cache: 'no-store' }).catch(() => null)
    const type = answer?.headers.get('Content-Type') ?? ''
    say(troubleOf(answer === null ? null : { isOk: answer.ok, type }), type)
  }

  /** Until the app is there: later, it says itself what failed. */
  const isStarting = () => 'earlyInput' in window

  page.addEventListener(
    'error',
    ({ target }) => {
      if (target instanceof HTMLScriptElement) void askHost(target.src)
    },
    true,
  )
  page.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) => {
    // An inline script that an extension has put there is none of ours.
    if (effectiveDirective.startsWith('script-src') && blockedURI.startsWith(location.origin))
      say('policy', `Content-Security-Policy: ${effectiveDirective}`)
  })
  // A part that was to come later.
  window.addEventListener('vite:preloadError', () => say(navigator.onLine ? 'outdated' : 'offline'))
  window.addEventListener('error', ({ message }) => {
    if (isStarting() && message) say('failed', message)
  })
  window.addEventListener('unhandledrejection', ({ reason }) => {
    if (isStarting()) say('failed', String(reason))
  })
}
