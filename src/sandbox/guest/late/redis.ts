/** Stands in for the broker and its client, which are the part `redis`. */
import type { addRedis as real } from '../../../in-page-network/broker/add-redis.ts'
import { isNeeded, partOf } from './part.ts'
import type { redisPart } from './redis-part.ts'

/** A program that imports it names it, and so needs the part. */
export const addRedis: typeof real = (...args) => {
  // What that part's entry provides.
  if (isNeeded('redis')) (partOf('redis') as typeof redisPart).addRedis(...args)
}
