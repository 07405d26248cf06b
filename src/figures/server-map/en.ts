export default {
  label: 'Who hears Ada, on two servers',
  alternative:
    'Ada, Bo and Cy are in one room. The proxy takes two servers in turn: Ada and Cy are on 8080, Bo is on 8081. What Ada says reaches Cy, and not Bo. With ip_hash others share a server, and again one of them hears nothing. With a broker, to which the server publishes and from which both deliver, everyone hears it. If 8080 ends, all of them come back on 8081.',
  balancing: 'The proxy goes by',
  balancings: { turn: 'turn', ip_hash: 'ip_hash' },
  broker: 'Broker',
  brokers: { none: 'none', redis: 'Redis' },
  first: '8080',
  firsts: { stays: 'runs', ends: 'has ended' },
  heard: 'Heard by {names}.',
  verdict: {
    edge: 'The room ends where the server ends.',
    broker: 'It’s published, and every server delivers what comes back.',
    oneLeft:
      'All of them came back on the server that’s left. Start 8080 again, and the room has an edge again.',
  },
  failed: 'The network could not be loaded. Reload the page to try again.',
} as const
