/** A `close` event. Node before version 23 has no `CloseEvent`, and the tests run there too. */
export function newCloseEvent(
  init: Required<Pick<CloseEventInit, 'code' | 'reason' | 'wasClean'>>,
) {
  if (typeof CloseEvent === 'function') return new CloseEvent('close', init)
  return Object.assign(new Event('close'), init)
}
