/** Entry of the part `hashes`. */
import { hashDigester, hmacDigester } from '../../../in-page-network/server/hashes.ts'
import { moreCrypto } from '../../../in-page-network/server/more-crypto.ts'
import { provide } from '../scripts.ts'

export const hashesPart = { hashDigester, hmacDigester, moreCrypto }

provide(hashesPart)
