async function connect(url, { signal }) {
  signal.throwIfAborted()
  const ws = new WebSocket(url)
  const { promise, resolve, reject } = Promise.withResolvers()
  const settled = new AbortController()
  const options = { signal: settled.signal }
  ws.addEventListener('open', resolve, options)
  ws.addEventListener('close', reject, options)
  signal.addEventListener('abort', () => reject(signal.reason), options)
  ws.addEventListener('close', (event) => console.log('code', event.code))
  ws.addEventListener('close', (event) => console.log('reason', event.reason))
  try {
    await promise
    return ws
  } catch (error) {
    ws.close()
    throw error
  } finally {
    settled.abort()
  }
}

try {
  const ws = await connect('ws://localhost:8080', { signal: AbortSignal.timeout(2000) })
  console.log('open')
  ws.onmessage = () => ws.close(1000, 'thanks')
  ws.send('hi')
} catch (error) {
  console.log('failed', error.name ?? error.type)
}
