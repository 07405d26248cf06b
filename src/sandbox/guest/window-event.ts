/**
 * Keeps `window.event` the program's. The browser sets it to the event that is being dispatched (DOM
 * §2.3), which at the beginning of a program, and in turns of a virtual clock, is a message of ours.
 */
export function hideMessagesOfOurs(window: Window): void {
  const property = Object.getOwnPropertyDescriptor(window, 'event')
  const { get } = property ?? {}
  if (get === undefined) return
  const read = () => {
    const event: unknown = Reflect.apply(get, window, [])
    const isOurs = event instanceof MessageEvent && event.target instanceof MessagePort
    return isOurs ? undefined : event
  }
  Object.defineProperty(window, 'event', { ...property, get: read })
}
