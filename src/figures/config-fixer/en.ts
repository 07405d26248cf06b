export default {
  label: 'A block of nginx, line by line',
  alternative:
    'A handshake passes nginx. Without Upgrade or without Connection in the block, the server gets a plain request and answers 426. Without HTTP/1.1, ws answers 101 all the same, and a server that reads the version answers 505. Once it’s open, proxy_read_timeout has to be longer than the time from one Ping to the next.',
  heartbeat: 'The server pings',
  heartbeats: { none: 'never', 10: 'every 10 s', 30: 'every 30 s' },
  server: 'The server',
  servers: { ws: 'ws', strict: 'wants HTTP/1.1' },
  timeout: 'proxy_read_timeout',
  toProxy: 'Browser to proxy',
  toServer: 'Proxy to server',
  refused: {
    plain: '426: the proxy asks for no upgrade, so this is a plain request.',
    upgrade: '426: Connection names an upgrade, but there’s no Upgrade to say to what.',
    connection: '426: Upgrade says to what, but Connection doesn’t name it.',
    version: '505: this server reads the version, and HTTP/1.0 has no upgrades.',
  },
  cut: {
    none: 'Open, then cut at {time}: nothing had passed for {timeout}.',
    pinged: 'Open, then cut at {time}: the next Ping would have come too late.',
  },
  open: {
    none: 'Still open after two minutes of silence. Another proxy on the way may be less patient.',
    pinged: 'Still open after two minutes: each Ping comes in time.',
  },
  failed: 'The network could not be loaded. Reload the page to try again.',
} as const
