const cancel = new AbortController()
const signal = AbortSignal.any([cancel.signal, AbortSignal.timeout(2000)])
const ws = new WebSocket('ws://localhost:8080')
ws.onclose = (event) => console.log(event.code)
ws.addEventListener('close', (event) => console.log(event.reason))
ws.onmessage = () => ws.close(1000, '再见')

const aborted = new Promise((_, reject) => {
  signal.onabort = () => reject(signal.reason)
})
const opened = new Promise((resolve, reject) => {
  ws.onopen = resolve
  ws.onerror = () => reject(new TypeError('打不开'))
})
try {
  await Promise.race([opened, aborted])
  console.log('open')
  ws.send('你好')
} catch ({ name }) {
  if (name === 'TimeoutError') ws.close()
  console.log('failed', name)
}
aborted.catch(() => {})
