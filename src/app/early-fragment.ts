import type { Router, RouterHistory } from 'vue-router'

const withoutFragment = (address: string) => address.replace(/#.*$/, '')

/**
 * Keeps the fragment of a link that is followed while the router is on its way to the address it
 * began with: when the router arrives there, it would write that address over the newer one.
 */
export function keepEarlyFragment(history: RouterHistory, router: Router): void {
  const { replace } = history
  const began = withoutFragment(history.location)
  history.replace = (to, data) => {
    history.replace = replace
    history.replace(withoutFragment(to) === began ? began + window.location.hash : to, data)
  }
  void router.isReady().then(() => {
    const { hash } = window.location
    if (hash !== router.currentRoute.value.hash) void router.replace({ hash })
  })
}
