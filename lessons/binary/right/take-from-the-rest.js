const context = document.querySelector('canvas').getContext('2d')
const { data } = context.getImageData(0, 0, 400, 320)

const reading = new WebSocket('ws://localhost:8080')
Object.assign(reading, {
  binaryType: 'arraybuffer',
  onmessage(event) {
    if (event.data.byteLength === undefined) return
    const pixel = Array.from(new Uint8ClampedArray(event.data.slice(0, 4)))
    if (this.printed === undefined) console.log(JSON.stringify(pixel))
    this.printed = true
  },
})
reading.onopen = () => {
  let rest = data
  while (rest.length > 0) {
    reading.send(rest.subarray(0, 32 * 400 * 4))
    rest = rest.subarray(32 * 400 * 4)
  }
}
