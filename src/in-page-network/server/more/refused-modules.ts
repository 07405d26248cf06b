/** Node's modules that a page cannot have: what each would need. */

const REASONS: Readonly<Record<string, string>> = {
  child_process: 'there is no other program here that it could start',
  cluster: 'there is one process here',
  dgram: 'the network here carries TCP only, no UDP',
  dns: 'every name leads to this network, so there is nothing to look up',
  http2: 'the network here speaks HTTP/1.1, on which WebSocket begins',
  inspector: 'the browser’s own developer tools inspect this page',
  repl: 'the line under the console does its work',
  readline: 'nobody types into this server',
  tty: 'there is no terminal here',
  v8: 'its engine may be another browser’s',
  vm: 'there is one realm for a program here',
  wasi: 'no system is under it',
  worker_threads: 'there is one thread for a server here',
}

/** Why a module of Node's is not here, as the end of a sentence; undefined for any other. */
export function whyRefused(specifier: string): string | undefined {
  const [name = ''] = specifier.replace(/^node:/u, '').split('/')
  return Object.hasOwn(REASONS, name) ? REASONS[name] : undefined
}
