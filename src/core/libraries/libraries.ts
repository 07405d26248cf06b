/** The libraries that are served with the course, and the names by which programs know them. */

interface Library {
  /** What `import` names: each is a module. */
  readonly modules: readonly string[]
  /** The global variable that a `<script>` of it makes, and the module that it is. */
  readonly globals: Readonly<Record<string, string>>
}

export const LIBRARIES = {
  // Beside a program, as a reader who takes it along has it: `docs/network.md`.
  graphql: { modules: ['graphql'], globals: {} },
  // The global of its bundle.
  'graphql-ws': {
    modules: ['graphql-ws', 'graphql-ws/client'],
    globals: { graphqlWs: 'graphql-ws' },
  },
  network: { modules: ['./network.js'], globals: {} },
  react: {
    modules: ['react', 'react-dom', 'react-dom/client', 'react/jsx-runtime'],
    globals: { React: 'react', ReactDOM: 'react-dom' },
  },
  'reconnecting-websocket': {
    modules: ['reconnecting-websocket'],
    globals: { ReconnectingWebSocket: 'reconnecting-websocket' },
  },
  rxjs: {
    modules: ['rxjs', 'rxjs/operators', 'rxjs/webSocket'],
    globals: { rxjs: 'rxjs' },
  },
  'socket.io-client': { modules: ['socket.io-client'], globals: { io: 'socket.io-client' } },
  vitest: { modules: ['vitest'], globals: {} },
  vue: { modules: ['vue'], globals: { Vue: 'vue' } },
} as const satisfies Record<string, Library>

export type LibraryName = keyof typeof LIBRARIES
export const LIBRARY_NAMES = Object.keys(LIBRARIES) as LibraryName[]

/** Its file, beside `sandbox.html`. */
export const libraryFile = (name: LibraryName): string => `libraries/${name}.js`

/**
 * The client of Socket.IO where its server and its CDN have it. On others it is also in the package
 * `socket.io`, which is the server.
 */
const SOCKET_IO =
  /^(?:(?:https?:)?\/\/[^?#]*)?\/(?:[^?#]*\/)?socket\.io(?:\.esm|\.msgpack)?(?:\.min)?\.js(?:[?#].*)?$/u

export interface NamedModule {
  readonly library: LibraryName
  readonly module: string
}

/** Where packages are served from, up to the name of one. */
const CDN =
  /^(?:https?:)?\/\/(?:unpkg\.com|esm\.sh|esm\.run|cdn\.skypack\.dev|ga\.jspm\.io\/npm:|cdn\.jsdelivr\.net\/(?:npm|gh)|cdnjs\.cloudflare\.com\/ajax\/libs)\/?(?:v\d+\/)?/u

/**
 * The module of a library that a specifier or an address leads to: `vue`, `https://unpkg.com/vue@3`,
 * `https://esm.sh/react-dom@19/client`. Undefined for what is not served.
 */
export function moduleNamed(specifier: string): NamedModule | undefined {
  const plain = ofModule(specifier)
  if (plain !== undefined) return plain
  if (SOCKET_IO.test(specifier)) return ofModule('socket.io-client')
  const cdn = CDN.exec(specifier)
  if (cdn === null) return undefined
  const path = specifier.slice(cdn[0].length).replace(/[?#].*$/u, '')
  // `vue@3.5.0/dist/vue.global.js`; on cdnjs the version is a folder: `vue/3.5.0/vue.global.js`.
  const [, name = '', rest = ''] = /^((?:@[^/]+\/)?[^/@]+)(?:@[^/]*)?(?:\/(.*))?$/u.exec(path) ?? []
  return ofModule(`${name}/${rest.replace(/\/$/u, '')}`) ?? ofModule(name)
}

/** The file whose text a specifier asks for, as Vite names it: `./server.js?raw`. */
export const fileNamed = (specifier: string): string | undefined =>
  /^\.\/([\w.-]+)\?raw$/u.exec(specifier)?.[1]

function ofModule(module: string): NamedModule | undefined {
  const library = LIBRARY_NAMES.find((name) => {
    const modules: readonly string[] = LIBRARIES[name].modules
    return modules.includes(module)
  })
  return library === undefined ? undefined : { library, module }
}
