import { BasicAuthentication } from './basic-authentication.ts'
import { CookieJar, type JarWorld } from './cookie-jar.ts'

/** What a browser keeps of servers, and tells them again. */
export interface KeptCredentials {
  readonly basic: BasicAuthentication
  readonly cookies: CookieJar
}

export function createKeptCredentials(world: JarWorld): KeptCredentials {
  return { basic: new BasicAuthentication(), cookies: new CookieJar(world) }
}
