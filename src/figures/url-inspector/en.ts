export default {
  label: 'An address, taken apart',
  alternative:
    'The scheme decides on TLS: wss has it, ws does not. Host and port say which server, and go into the Host header; a default port, 443 for wss and 80 for ws, is left out. Path and query go into the GET line. A fragment or another scheme makes the constructor throw.',
  address: 'Address',
  page: 'The page is at',
  examples: 'Try',
  nothing: 'This text is no URL.',
  url: 'ws.url',
  connection: 'Connection',
  request: 'Request',
  secure: 'TCP to {host}, port {port}, then TLS. Nobody in between can read or change anything.',
  insecure: 'TCP to {host}, port {port}, no TLS. Anyone in between can read and change everything.',
  throws: 'It throws',
  noSocket: 'There’s no socket, and nothing is sent.',
  blockedPort:
    'Port {port} belongs to another protocol, so no browser connects to it: error, then close with 1006. Nothing is sent.',
  part: {
    scheme: 'scheme',
    login: 'login',
    host: 'host',
    port: 'port',
    defaultPort: 'default port',
    path: 'path',
    query: 'query',
    fragment: 'fragment',
  },
} as const
