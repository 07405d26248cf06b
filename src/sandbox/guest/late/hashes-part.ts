/** Entry of the part `hashes`. */
import { hashDigester, hmacDigester } from '../../../in-page-network/server/hashes.ts'
import { provide } from '../scripts.ts'

export const hashesPart = { hashDigester, hmacDigester }

provide(hashesPart)
