import { expect, it } from 'vitest'
import { moduleNamed } from './libraries.ts'
import { namedLibraries } from './named-libraries.ts'

it.each([
  ['vue', 'vue'],
  ['./network.js', './network.js'],
  ['https://unpkg.com/vue@3/dist/vue.global.js', 'vue'],
  ['https://unpkg.com/vue', 'vue'],
  ['//cdn.jsdelivr.net/npm/vue@3.5.13/dist/vue.esm-browser.prod.js', 'vue'],
  ['https://cdnjs.cloudflare.com/ajax/libs/vue/3.5.13/vue.global.min.js', 'vue'],
  ['https://esm.sh/react-dom@19/client', 'react-dom/client'],
  ['https://esm.sh/react@19.0.0?dev', 'react'],
  ['https://unpkg.com/react-dom@18/umd/react-dom.development.js', 'react-dom'],
  ['https://cdn.jsdelivr.net/npm/rxjs@7/dist/bundles/rxjs.umd.min.js', 'rxjs'],
  ['https://cdn.jsdelivr.net/npm/reconnecting-websocket', 'reconnecting-websocket'],
  ['https://unpkg.com/graphql-ws/umd/graphql-ws.min.js', 'graphql-ws'],
  ['https://cdn.socket.io/4.8.1/socket.io.min.js', 'socket.io-client'],
  ['https://cdn.socket.io/4.8.1/socket.io.esm.min.js', 'socket.io-client'],
  ['https://cdnjs.cloudflare.com/ajax/libs/socket.io/4.8.1/socket.io.js', 'socket.io-client'],
  ['https://cdn.jsdelivr.net/npm/socket.io-client@4', 'socket.io-client'],
  ['/socket.io/socket.io.js', 'socket.io-client'],
  ['http://localhost:3000/socket.io/socket.io.js', 'socket.io-client'],
])('%s leads to %s', (specifier, module) => {
  expect(moduleNamed(specifier)?.module).toBe(module)
})

it.each([
  'vuex',
  // The server, which no page can have.
  'socket.io',
  'https://unpkg.com/vuex@4',
  'https://example.com/vue',
  './vue.js',
  'https://unpkg.com/',
])('%s leads to nothing here', (specifier) => {
  expect(moduleNamed(specifier)).toBeUndefined()
})

it('finds what a program names, in its code and in its page', () => {
  const program = {
    'client.js': `import { ref } from 'vue'\nconst { createRoot } = await import('https://esm.sh/react-dom/client')`,
    'page.html': '<script src="https://unpkg.com/rxjs"></script><script src="client.js"></script>',
  }
  expect(namedLibraries(program)).toEqual({
    libraries: ['vue', 'react', 'rxjs'],
    modules: {
      vue: 'vue',
      'https://esm.sh/react-dom/client': 'react-dom/client',
      'https://unpkg.com/rxjs': 'rxjs',
    },
  })
  expect(namedLibraries({ 'client.js': "new WebSocket('wss://x')" }).libraries).toEqual([])
})

it('finds the program’s own files that are imported as texts, as in Vite', () => {
  const client = [
    "import { createNetwork } from './network.js'",
    "import server from './server.js?raw'",
    "import page from './page.html?raw'",
    "import other from './other.js?raw'",
  ].join('\n')
  expect(namedLibraries({ 'client.js': client, 'server.js': '' })).toEqual({
    libraries: ['network'],
    modules: { './network.js': './network.js', './server.js?raw': './server.js?raw' },
  })
})
