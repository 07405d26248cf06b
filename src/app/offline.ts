/**
 * Keeps the site for a reader without a network, by its service worker. A new build waits there until
 * the reader opens it, or until no page of the site is open.
 */
import type { Pinia } from 'pinia'
import { loadTexts } from '../locales/index.ts'
import { NEWER_BUILD, type PageMessage } from '../offline/messages.ts'
import { useNoticesStore } from '../stores/notices.ts'
import { pageBuild } from '../stores/site-file.ts'
import { useWorkspaceStore } from '../stores/workspace.ts'

/** Milliseconds between two looks for a new build, by a page that is shown again. */
const LOOK_AGAIN_AFTER = 60 * 60_000

/** Without a worker, as where the browser forbids it, the site is the same with a network. */
export async function keepSite(pinia: Pinia, siteUrl: string): Promise<void> {
  const build = pageBuild()
  if (build === undefined || !isKeepable()) return
  const notices = useNoticesStore(pinia)
  const workspace = useWorkspaceStore(pinia)
  const offer = async (open: () => void) => {
    await loadTexts(['offline'])
    const run = () => {
      workspace.flush()
      open()
    }
    const action = { key: 'offline.open', run } as const
    notices.show({ key: 'offline.newer', level: 'info', lasts: true, action })
  }
  try {
    await keepBuild(build, siteUrl, offer)
  } catch (error) {
    console.debug('This site is not kept for offline.', error)
  }
}

/** Not from a disk, and in no frame: who embeds a lesson does not ask for the course. */
function isKeepable(): boolean {
  return (
    /^https?:$/.test(location.protocol) &&
    window.top === window &&
    'serviceWorker' in navigator &&
    !savesData()
  )
}

/** @param offer says that there is a new build; `open` shows it in place of this page. */
async function keepBuild(
  build: string,
  siteUrl: string,
  offer: (open: () => void) => Promise<void>,
): Promise<void> {
  const workers = navigator.serviceWorker
  const wasKept = workers.controller !== null
  const reload = () => location.reload()
  let isOpening = false

  const say = (worker: ServiceWorker, message: PageMessage) => worker.postMessage(message)
  const tellUsed = () => {
    if (workers.controller !== null)
      say(workers.controller, { type: 'used', build, files: usedFiles(siteUrl) })
  }

  workers.addEventListener('message', ({ data }) => {
    if (data === NEWER_BUILD) void offer(reload)
  })
  workers.addEventListener('controllerchange', () => {
    if (isOpening) reload()
    // Another page has opened the new build. This one works on as it is.
    else if (wasKept) void offer(reload)
    else tellUsed()
  })

  const registration = await workers.register(new URL('service-worker.js', siteUrl), {
    updateViaCache: 'none',
  })
  const offerWaiting = () => {
    if (registration.waiting === null || !wasKept) return
    void offer(() => {
      isOpening = true
      const { waiting } = registration
      // Another page was quicker.
      if (waiting === null) reload()
      else say(waiting, { type: 'takeOver' })
    })
  }
  registration.addEventListener('updatefound', () => {
    const { installing } = registration
    installing?.addEventListener('statechange', () => {
      if (installing.state === 'installed') offerWaiting()
    })
  })
  offerWaiting()
  tellUsed()
  lookAgain(() => void registration.update().catch(() => undefined))
}

function lookAgain(look: () => void): void {
  let looked = performance.now()
  document.addEventListener('visibilitychange', () => {
    const now = performance.now()
    if (document.visibilityState !== 'visible' || now - looked < LOOK_AGAIN_AFTER) return
    looked = now
    look()
  })
}

/** The files of the site that this page has fetched, by their paths from its root. */
function usedFiles(siteUrl: string): readonly string[] {
  return performance
    .getEntriesByType('resource')
    .filter(({ name }) => name.startsWith(siteUrl))
    .map(({ name }) => name.slice(siteUrl.length).replace(/[?#].*$/, ''))
}

/** Whether the reader asked the browser to fetch no more than is needed. Only Chromium tells. */
function savesData(): boolean {
  const connection: unknown = Reflect.get(navigator, 'connection')
  return Reflect.get(Object(connection), 'saveData') === true
}
