/** Entry of the part `credentials`. */
import { createKeptCredentials } from '../../../in-page-network/credentials/kept-credentials.ts'
import { provide } from '../scripts.ts'

export const credentialsPart = { createKeptCredentials }
provide(credentialsPart)
