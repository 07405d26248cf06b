import type { ClientWorld } from '../client/client-world.ts'
import type { Interventions } from '../interventions.ts'
import { connectTransport, type ConnectOptions } from '../link/connect.ts'
import { isLoopback, type Hosts } from '../link/hosts.ts'
import type { Transport } from '../link/transport.ts'
import type { LinkWorld } from '../link/pipe.ts'
import { Balancer } from './balancer.ts'
import { ConfigError } from './config-error.ts'
import type { Wiretap } from '../recording/wiretap.ts'
import { errorLog } from './error-log.ts'
import { ProxiedConnection } from './proxied-connection.ts'
import { readConfig, type Upstream, type UpstreamServer } from './proxy-config.ts'
import type { ProxyWorld, RunningProxy } from './proxy-world.ts'

/** What the network gives. */
export interface ReverseProxyWorld {
  readonly client: ClientWorld
  readonly hosts: Hosts
  readonly link: LinkWorld
  readonly interventions: Interventions
  readonly dateNow: () => number
  /** The network has it already. */
  readonly Wiretap: typeof Wiretap
  readonly whenReady: ConnectOptions['whenReady']
  readonly recorderOf: ProxyWorld['recorderOf']
}

/** A proxy stands beside its servers: milliseconds one way. */
const LATENCY = 1

/** Networks whose addresses are for documentation (RFC 5737). */
const NETWORKS = ['203.0.113', '198.51.100', '192.0.2'] as const

/** Each connection of a page stands for somebody else's, so each has an address of its own. */
function addressOf({ connection }: Transport): string {
  const number = Number(connection.connectionId.replace(/\D/gu, ''))
  return `${NETWORKS[(number - 1) % NETWORKS.length] ?? NETWORKS[0]}.${String((number % 254) + 6)}`
}

/**
 * Starts a proxy between the clients of the network and its servers, which behaves as nginx does
 * with this configuration.
 *
 * @throws ConfigError where nginx would not start.
 */
export function startReverseProxy(text: string, world: ReverseProxyWorld): void {
  const { client, hosts, link, interventions, whenReady, dateNow, Wiretap, recorderOf } = world
  const { clock, recorder, cause, lossOf, nextConnectionId } = client
  const config = readConfig(text, (host) => isLoopback(host) || hosts.hasName(host))
  const log = errorLog(recorder)
  for (const { what, line } of config.notSimulated) {
    const said = `"${what}" is not simulated here: nginx would obey it, this proxy goes on without`
    log({ level: 'warn', text: `${said} in nginx.conf:${String(line)}`, line, cause: undefined })
  }
  const beside: LinkWorld = {
    clock: link.clock,
    random: link.random,
    conditions: () => {
      const { latency } = link.conditions()
      return { latency: Math.min(LATENCY, latency), jitter: 0, bandwidth: null }
    },
  }
  const balancers = new Map<Upstream, Balancer>()
  const proxy: RunningProxy = {
    ...{
      clock,
      hosts,
      recorder,
      recorderOf,
      cause,
      dateNow,
      lossOf,
      nextConnectionId,
      config,
      log,
      Wiretap,
    },
    balancerOf({ upstream, line }) {
      const known = balancers.get(upstream)
      if (known !== undefined) return known
      const disabled = ({ host, port }: UpstreamServer) =>
        void log({
          level: 'warn',
          text: `upstream server temporarily disabled: ${host}:${String(port)}`,
          ...{ line, cause: cause.current },
        })
      const balancer = new Balancer(upstream, () => clock.now(), disabled)
      balancers.set(upstream, balancer)
      return balancer
    },
    addressOf,
    connect(address, connectionId, tap, user) {
      const ends = connectTransport({
        ...{ link: beside, hosts, address, connectionId, tap, user, whenReady },
      })
      interventions.connected(ends)
      return ends.client
    },
  }
  for (const listen of config.listens) {
    const { port, line } = listen
    const isFree = hosts.listen({
      names: [],
      port,
      accept: (transport) => {
        new ProxiedConnection(proxy, listen, transport)
      },
    })
    if (!isFree)
      throw new ConfigError(
        `bind() to 0.0.0.0:${String(port)} failed (98: Address already in use)`,
        line,
      )
  }
}
