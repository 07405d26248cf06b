/** Stands in for what a client keeps of servers, which is the part `credentials`. */
import type { JarWorld } from '../../../in-page-network/credentials/cookie-jar.ts'
import type { KeptCredentials } from '../../../in-page-network/credentials/kept-credentials.ts'
import type { credentialsPart } from './credentials-part.ts'
import { partOf } from './part.ts'

export type { KeptCredentials }

// What that part's entry provides.
const part = () => partOf('credentials') as typeof credentialsPart

export const createKeptCredentials = (world: JarWorld): KeptCredentials =>
  part().createKeptCredentials(world)
