/** Entry of the part `redis`. */
import { addRedis } from '../../../in-page-network/broker/add-redis.ts'
import { provide } from '../scripts.ts'

export const redisPart = { addRedis }
provide(redisPart)
