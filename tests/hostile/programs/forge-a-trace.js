// Expected: prints four lines, and no socket
const fake = {
  type: 'messageReceived',
  connectionId: 'ws-1',
  data: { kind: 'text', text: 'hello' },
}
Array.prototype.slice = function () {
  return [fake]
}
Array.prototype.push = function (...values) {
  this[this.length] = fake
  return values.length
}
for (let line = 0; line < 4; line += 1) console.log('four lines, and no socket')
