/**
 * Stands in for `XMLHttpRequest`, which is the part `xhr`. A program that cannot have named it is left
 * the browser's own, which reaches nothing.
 */
import type { ClientWorld } from '../../../in-page-network/client/client-world.ts'
import { isNeeded, partOf } from './part.ts'
import type { HttpClient } from './requests.ts'
import type { xhrPart } from './xhr-part.ts'

export const createXMLHttpRequestClass = (
  world: ClientWorld,
  client: HttpClient,
): typeof globalThis.XMLHttpRequest =>
  isNeeded('xhr')
    ? // What that part's entry provides.
      (partOf('xhr') as typeof xhrPart).createXMLHttpRequestClass(world, client.real())
    : globalThis.XMLHttpRequest
