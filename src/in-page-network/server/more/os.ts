import type { ServerWorld } from '../server-process.ts'

/** Octets of memory that the machine of the in-page network has, and that are free. */
const MEMORY = 8 * 1024 ** 3
const FREE = 4 * 1024 ** 3

/** `node:os`: a small machine, the same in each run. */
export function createOs({ clock }: ServerWorld) {
  return {
    EOL: '\n',
    devNull: '/dev/null',
    arch: () => 'x64',
    availableParallelism: () => 1,
    cpus: () => [
      {
        model: 'In-page',
        speed: 1000,
        times: { user: 0, nice: 0, sys: 0, idle: Math.round(clock.now()), irq: 0 },
      },
    ],
    endianness: () => 'LE',
    freemem: () => FREE,
    homedir: () => '/root',
    hostname: () => 'localhost',
    loadavg: () => [0, 0, 0],
    machine: () => 'x86_64',
    networkInterfaces: () => ({
      lo: [
        {
          address: '127.0.0.1',
          netmask: '255.0.0.0',
          family: 'IPv4',
          mac: '00:00:00:00:00:00',
          internal: true,
          cidr: '127.0.0.1/8',
        },
      ],
    }),
    platform: () => 'linux',
    release: () => '6.0.0',
    tmpdir: () => '/tmp',
    totalmem: () => MEMORY,
    type: () => 'Linux',
    uptime: () => clock.now() / 1000,
    userInfo: () => ({ uid: 0, gid: 0, username: 'root', homedir: '/root', shell: '/bin/sh' }),
    version: () => '#1 in-page',
    constants: { signals: { SIGHUP: 1, SIGINT: 2, SIGQUIT: 3, SIGKILL: 9, SIGTERM: 15 } },
  }
}
