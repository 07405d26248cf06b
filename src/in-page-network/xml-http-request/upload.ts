/** `XMLHttpRequestUpload` of one network (XHR §3.2): what tells of the body that is being sent. */
import type { ClientWorld } from '../client/client-world.ts'
import { shapeAsInterface } from '../web-api/interface-object.ts'
import { addEventMembers, TargetEvents } from '../web-api/target-events.ts'
import type { Target } from './request-events.ts'

/** Those of a request, too. */
export const UPLOAD_EVENTS = [
  'loadstart',
  'progress',
  'abort',
  'error',
  'load',
  'timeout',
  'loadend',
]
export const LISTENING = ['addEventListener', 'removeEventListener']

/** Makes the class, and what gives the events of an object of it. */
export function createUploadClass(world: ClientWorld) {
  let eventsOf: (upload: XMLHttpRequestUpload) => TargetEvents

  class XMLHttpRequestUpload extends EventTarget {
    readonly #events = new TargetEvents(this, world)

    static {
      eventsOf = (upload) => upload.#events
      addEventMembers<XMLHttpRequestUpload>(
        XMLHttpRequestUpload.prototype,
        UPLOAD_EVENTS,
        eventsOf,
        () => undefined,
      )
    }
  }
  shapeAsInterface(XMLHttpRequestUpload, {
    name: 'XMLHttpRequestUpload',
    constants: {},
    members: [...UPLOAD_EVENTS.map((type) => `on${type}`), ...LISTENING],
    lengths: { addEventListener: 2, removeEventListener: 2 },
    isInstance: (value) => value instanceof XMLHttpRequestUpload,
    untold: world.untold,
  })
  return {
    XMLHttpRequestUpload,
    targetOf: (upload: XMLHttpRequestUpload): Target => ({
      target: upload,
      events: eventsOf(upload),
    }),
  }
}
