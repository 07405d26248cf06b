// Expected: prints stolen: undefined
let stolen
const { then } = Promise.prototype
Object.defineProperty(MessageEvent, Symbol.hasInstance, { value: () => false })
Promise.prototype.then = function (...values) {
  if (globalThis.event?.target instanceof MessagePort) stolen = globalThis.event.target
  return then.apply(this, values)
}
const post = MessagePort.prototype.postMessage
MessagePort.prototype.postMessage = function (...values) {
  stolen = this
  return post.apply(this, values)
}
setTimeout(() => console.log('stolen: ' + stolen), 100)
