const connect = (url, patience) =>
  new Promise((resolve, reject) => {
    const socket = new WebSocket(url)
    const fail = (why) => {
      clearTimeout(timer)
      reject(new Error(why))
    }
    const timer = setTimeout(() => {
      fail('timeout')
      socket.close()
    }, patience)
    socket.addEventListener('error', () => fail('refused'))
    socket.addEventListener('open', () => {
      clearTimeout(timer)
      resolve(socket)
    })
  })

connect('ws://localhost:8080', 2000)
  .then((socket) => {
    console.log('open')
    socket.onclose = (event) => console.log(`code: ${event.code}`)
    socket.addEventListener('close', (e) => console.log('why:', e.reason))
    socket.onmessage = () => socket.close(1000)
    socket.send('hey')
  })
  .catch((error) => console.error('failed:', error.message))
