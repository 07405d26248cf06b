/** Entry of the part `xhr`. */
import { createXMLHttpRequestClass } from '../../../in-page-network/xml-http-request/xml-http-request.ts'
import { provide } from '../scripts.ts'

export const xhrPart = { createXMLHttpRequestClass }
provide(xhrPart)
