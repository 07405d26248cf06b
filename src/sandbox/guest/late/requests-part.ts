/** Entry of the part `requests`. */
import { createEventSourceClass } from '../../../in-page-network/event-source/event-source.ts'
import { createFetch } from '../../../in-page-network/fetch/fetch.ts'
import { HttpClient } from '../../../in-page-network/http/http-client.ts'
import { provide } from '../scripts.ts'

export const requestsPart = { createEventSourceClass, createFetch, HttpClient }
provide(requestsPart)
