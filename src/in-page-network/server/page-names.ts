/**
 * What a page has and Node has not. A server program in the page must not find it: `typeof window`
 * is how programs ask where they run.
 */

/** Names that nobody gives to a variable. */
const PAGE_NAMES =
  'window document localStorage sessionStorage navigator location alert confirm prompt self ' +
  'requestAnimationFrame cancelAnimationFrame XMLHttpRequest EventSource WebSocket Worker ' +
  'HTMLElement FileReader DOMParser indexedDB customElements matchMedia getComputedStyle'

/** Names that programs do give to variables. */
const COMMON_NAMES =
  'frames parent top opener name status event length origin history screen caches open close ' +
  'stop print find focus blur scroll postMessage external menubar toolbar'

/** What only CommonJS has. */
const OF_COMMONJS = 'require module exports __filename __dirname'

const listed = (...texts: readonly string[]) => new Set(texts.flatMap((text) => text.split(' ')))

/** All of them, by the kind of module. Reading one that is not declared throws Node's error. */
export const ABSENT = {
  esm: listed(PAGE_NAMES, COMMON_NAMES, OF_COMMONJS),
  commonjs: listed(PAGE_NAMES, COMMON_NAMES),
} as const

/** The identifier that the reader of programs puts before such a name: each property of it throws. */
export const PAGE = '$page'
