class Picture {
  #socket

  static async open(url) {
    const socket = new WebSocket(url)
    socket.binaryType = 'arraybuffer'
    const picture = new Picture()
    picture.#socket = socket
    await new Promise((resolve, reject) => {
      socket.onopen = resolve
      socket.onclose = reject
    })
    return picture
  }

  async send(pixels) {
    for (let row = 0; row < 320; row += 32) {
      const from = row * 1600
      const strip = pixels.slice(from, from + 51200)
      this.#socket.send(strip.buffer)
    }
  }

  next() {
    return new Promise((resolve) => {
      this.#socket.onmessage = ({ data }) => {
        if (data instanceof ArrayBuffer) resolve(data)
      }
    })
  }
}

const picture = await Picture.open('ws://localhost:8080')
const context = document.querySelector('canvas').getContext('2d')
await picture.send(context.getImageData(0, 0, 400, 320).data)
const view = new DataView(await picture.next())
const [r, g, b, a] = [0, 1, 2, 3].map((at) => view.getUint8(at))
console.log(`first pixel: rgba(${r}, ${g}, ${b}, ${a})`)
