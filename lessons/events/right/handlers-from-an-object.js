const ws = new WebSocket('ws://localhost:8080')
let timer

Object.assign(ws, {
  onopen() {
    clearTimeout(timer)
    console.info('open')
    this.send(JSON.stringify({ type: 'hello' }))
  },
  onmessage({ data }) {
    this.close(1000, JSON.parse(data).type)
  },
  onerror() {
    clearTimeout(timer)
    console.warn('failed')
  },
  onclose: (event) => console.table([{ code: event.code, clean: event.wasClean }]),
})
ws.addEventListener('close', ({ code }) => console.log(code))
ws.addEventListener('close', ({ reason }) => console.log(reason))

timer = setTimeout(() => ws.close(), 2000)
