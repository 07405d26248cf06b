/** Three people in one room, on two servers: what can be set, and who hears what one of them says. */

export const PEOPLE = ['Ada', 'Bo', 'Cy'] as const
export type Person = (typeof PEOPLE)[number]

export const PORTS = [8080, 8081] as const
export type Port = (typeof PORTS)[number]

/** What the proxy goes by: nginx's own names. */
export const BALANCING = ['turn', 'ip_hash'] as const
export const BROKERS = ['none', 'redis'] as const
export const ENDINGS = ['stays', 'ends'] as const

export interface Settings {
  readonly balancing: (typeof BALANCING)[number]
  readonly broker: (typeof BROKERS)[number]
  /** Whether the first server ends before anybody speaks. */
  readonly first: (typeof ENDINGS)[number]
}

export const FIRST_SETTINGS: Settings = { balancing: 'turn', broker: 'none', first: 'stays' }

/** Who says something. */
export const SPEAKER: Person = 'Ada'

export interface Crossing {
  readonly settings: Settings
  /** Where everybody is when it is said. */
  readonly places: Readonly<Record<Person, Port>>
  readonly heard: readonly Person[]
}

/** Written down, and proved by the test beside: shown before anything has run. */
export const FIRST_CROSSING: Crossing = {
  settings: FIRST_SETTINGS,
  places: { Ada: 8080, Bo: 8081, Cy: 8080 },
  heard: ['Ada', 'Cy'],
}

export const CONFIG = ({ balancing }: Settings): string => `
  upstream chat {
    ${balancing === 'ip_hash' ? 'ip_hash;' : ''}
    server first.example:8080;
    server second.example:8081;
  }
  server {
    listen 80;
    location / {
      proxy_pass http://chat;
      proxy_http_version 1.1;
      proxy_set_header Upgrade $http_upgrade;
      proxy_set_header Connection "upgrade";
    }
  }`

/** What comes of it, as a name of its text. */
export type Verdict = 'edge' | 'broker' | 'oneLeft'

export function verdictOf({ settings, heard }: Crossing): Verdict {
  if (heard.length < PEOPLE.length) return 'edge'
  return settings.broker === 'redis' ? 'broker' : 'oneLeft'
}
