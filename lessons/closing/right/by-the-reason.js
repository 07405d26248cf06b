const sockets = new Map()

const connect = (path) => {
  const ws = new WebSocket(new URL(path, 'wss://chat.example'))
  sockets.set(path, ws)
  ws.addEventListener('close', ({ reason, wasClean }) => {
    if (reason === 'session expired') console.warn('Please log in again.')
    else if (!wasClean) setTimeout(connect, 1000 + Math.random() * 1000, path)
  })
}

;['/stay', '/drop', '/expire'].forEach(connect)

sockets.get('/stay').addEventListener('open', () => {
  setTimeout(() => sockets.get('/stay').close(1000, 'bye'), 300)
})
