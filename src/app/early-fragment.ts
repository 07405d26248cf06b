import type { Router } from 'vue-router'

/**
 * Keeps the fragment of a link that is followed while the router is on its way to the address it
 * began with: when the router arrives there, it writes that address over the newer one.
 */
export function keepEarlyFragment(router: Router): void {
  let fragment: string | null = null
  const restore = () => {
    if (fragment !== null && fragment !== window.location.hash)
      void router.replace({ hash: fragment })
  }
  const note = ({ newURL }: HashChangeEvent) => {
    fragment = new URL(newURL).hash
    // The event comes after what caused it, so the router may have arrived already.
    if (router.currentRoute.value.matched.length > 0) restore()
  }
  window.addEventListener('hashchange', note)
  void router.isReady().then(() => {
    restore()
    setTimeout(() => window.removeEventListener('hashchange', note))
  })
}
