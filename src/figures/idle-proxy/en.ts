export default {
  label: 'A proxy that cuts what is idle',
  alternative:
    'A proxy cuts a connection after 60 seconds in which nothing passed. If the page or the server sends a ping at least every 59 seconds, it stays open. In the background, the page’s timers run once a minute, so its pings come too late, whatever their interval; those of the server come in time.',
  asker: 'Who pings',
  askers: { nobody: 'nobody', page: 'the page', server: 'the server' },
  tab: 'The tab',
  tabs: { front: 'in front', background: 'in the background' },
  limit: 'The proxy cuts after',
  limits: { 30: '30 s', 60: '60 s', 300: '5 min' },
  every: 'A ping every',
  seconds: '{count} s',
  minutes: '{count} min',
  hidden: 'in the background',
  page: 'Page',
  server: 'Server',
  cut: {
    nobody: 'Nothing passed for {limit}, so the proxy cut the connection at {time}.',
    asked:
      'Cut at {time}: more than {limit} had passed in silence. Before that, {count} pings had gone out.',
  },
  open: {
    nobody: 'Still open after five minutes: this proxy is patient.',
    asked:
      'Still open after five minutes. A ping and its answer are {size}, so {hourly} an hour. With 10,000 clients, the server sees {rate} pings a second.',
  },
  failed: 'The network could not be loaded. Reload the page to try again.',
} as const
