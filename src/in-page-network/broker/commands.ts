/** The methods of the client by their commands, as npm's `redis` has them. */
import type { Reply } from './reply.ts'

export interface Command {
  readonly name: string
  /** Arguments that it takes at least: what is missing is sent, and refused, as undefined. Absent: one. */
  readonly fewest?: number
  /** What goes behind the name. Absent: the arguments as they are, lists taken apart. */
  readonly encode?: (...args: unknown[]) => readonly unknown[]
  /** What the program gets. Absent: the reply. */
  readonly decode?: (reply: Reply) => unknown
}

/** Numbers become texts only where the real client lets them. */
const numbers = (...args: unknown[]) =>
  args.map((value) => (typeof value === 'number' ? String(value) : value))

/** `hSet(key, field, value)`, `hSet(key, { field: value })`, `hSet(key, [[field, value]])`. */
function hash(key: unknown, first: unknown, ...rest: unknown[]): readonly unknown[] {
  if (typeof first !== 'object' || first === null || first instanceof Uint8Array)
    return numbers(key, first, ...rest)
  const pairs: unknown[] = Array.isArray(first) ? first.flat() : Object.entries(first).flat()
  return [key, ...numbers(...pairs)]
}

interface SetOptions {
  readonly EX?: unknown
  readonly PX?: unknown
  readonly NX?: unknown
  readonly XX?: unknown
  readonly KEEPTTL?: unknown
  readonly condition?: unknown
  readonly expiration?: string | { readonly type: string; readonly value?: unknown }
}

function set(key: unknown, value: unknown, given?: unknown): readonly unknown[] {
  // Any of its properties may be missing.
  const options = (given ?? {}) as SetOptions
  const { expiration, condition } = options
  const args: unknown[] = [key, typeof value === 'number' ? String(value) : value]
  if (typeof expiration === 'string') args.push(expiration)
  else if (expiration !== undefined) args.push(...numbers(expiration.type, expiration.value))
  else if (options.EX !== undefined) args.push(...numbers('EX', options.EX))
  else if (options.PX !== undefined) args.push(...numbers('PX', options.PX))
  else if (options.KEEPTTL === true) args.push('KEEPTTL')
  if (condition !== undefined) args.push(condition)
  else if (options.NX === true) args.push('NX')
  else if (options.XX === true) args.push('XX')
  return args.filter((one, index) => index < 2 || one !== undefined)
}

/** `{ field: value }`, without what every object inherits. */
function object(reply: Reply): unknown {
  if (!Array.isArray(reply)) return reply
  // A reply is no other list than one of texts.
  const texts = reply as readonly string[]
  const made = Object.create(null) as Record<string, string>
  for (let index = 0; index < texts.length; index += 2)
    made[texts[index] ?? ''] = texts[index + 1] ?? ''
  return made
}

export const COMMANDS: Readonly<Record<string, Command>> = {
  ping: { name: 'PING', fewest: 0 },
  publish: { name: 'PUBLISH', fewest: 2 },
  get: { name: 'GET' },
  set: { name: 'SET', encode: set },
  incr: { name: 'INCR' },
  decr: { name: 'DECR' },
  incrBy: { name: 'INCRBY', encode: numbers },
  decrBy: { name: 'DECRBY', encode: numbers },
  del: { name: 'DEL' },
  exists: { name: 'EXISTS' },
  expire: { name: 'EXPIRE', encode: numbers },
  ttl: { name: 'TTL' },
  lPush: { name: 'LPUSH', fewest: 2 },
  rPush: { name: 'RPUSH', fewest: 2 },
  lPop: { name: 'LPOP' },
  rPop: { name: 'RPOP' },
  lLen: { name: 'LLEN' },
  lRange: { name: 'LRANGE', encode: numbers },
  lTrim: { name: 'LTRIM', encode: numbers },
  sAdd: { name: 'SADD', fewest: 2 },
  sRem: { name: 'SREM', fewest: 2 },
  sMembers: { name: 'SMEMBERS' },
  sIsMember: { name: 'SISMEMBER', fewest: 2 },
  sCard: { name: 'SCARD' },
  hSet: { name: 'HSET', encode: hash },
  hGet: { name: 'HGET', fewest: 2 },
  hGetAll: { name: 'HGETALL', decode: object },
  hDel: { name: 'HDEL', fewest: 2 },
  hLen: { name: 'HLEN' },
}

/** What many programs use of the real client, and this one refuses. */
export const NOT_SERVED = [
  ...['multi', 'watch', 'unwatch', 'eval', 'evalSha', 'scriptLoad', 'xAdd', 'xRead', 'xRange'],
  ...['xReadGroup', 'xGroupCreate', 'xAck', 'xTrim', 'zAdd', 'zRange', 'zRem', 'zScore', 'zCard'],
  ...['zRangeByScore', 'zRemRangeByScore', 'mGet', 'mSet', 'keys', 'scan', 'scanIterator', 'hScan'],
  ...[
    'hIncrBy',
    'hKeys',
    'hVals',
    'hExists',
    'setEx',
    'setNX',
    'getDel',
    'pExpire',
    'blPop',
    'brPop',
  ],
  ...['lRem', 'lIndex', 'sPop', 'sInter', 'sUnion', 'sPublish', 'sSubscribe', 'pubSubNumSub'],
  ...['pubSubChannels', 'flushAll', 'flushDb', 'time', 'info', 'select', 'auth', 'monitor'],
] as const
