/**
 * The service worker of the site: keeps one build whole, and answers its pages from there. What is
 * none of the build's files goes to the network as if there were no worker.
 */
import { wantedAt, type BuildList } from './build-list.ts'
import { KeptBuilds } from './kept-builds.ts'
import { isPageMessage, NEWER_BUILD } from './messages.ts'

declare const self: ServiceWorkerGlobalScope
/** Written in when the site is built. */
declare const BUILD_LIST: BuildList

const { scope } = self.registration
const builds = new KeptBuilds(BUILD_LIST, {
  scope,
  caches: self.caches,
  fetch: (address, init) => fetch(address, init),
})

self.addEventListener('install', (event) => event.waitUntil(builds.install()))
// The page of a first visit is kept too, so that its reader goes on when the network goes.
self.addEventListener('activate', (event) =>
  event.waitUntil(builds.activate().then(() => self.clients.claim())),
)

self.addEventListener('fetch', (event) => {
  const { request } = event
  const wanted = wantedAt(request.url, scope, BUILD_LIST)
  // Who asks for `no-store` wants to know what the host says.
  const asksHost = request.cache === 'no-store' || request.headers.has('Range')
  if (wanted === null || request.method !== 'GET' || asksHost) return
  event.respondWith(builds.answer(wanted, request))
})

self.addEventListener('message', (event) => {
  const message: unknown = event.data
  if (!isPageMessage(message)) return
  if (message.type === 'takeOver') event.waitUntil(self.skipWaiting())
  else if (message.build !== BUILD_LIST.id) event.source?.postMessage(NEWER_BUILD)
  // What the page used before there was a worker. Offline, or with a full disk, it is kept later.
  else event.waitUntil(builds.keep(message.files).catch(() => undefined))
})
