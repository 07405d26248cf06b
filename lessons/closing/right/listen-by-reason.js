const sockets = {}

for (const path of ['stay', 'drop', 'expire']) {
  const ws = new WebSocket(`wss://echo.websocket.org/${path}`)
  sockets[path] = ws
  ws.addEventListener('close', ({ code, reason, wasClean }) => {
    if (reason === 'session expired') console.warn('Please log in again.')
    else if (!wasClean) console.warn(`Lost ${path} (${code}): reconnect`)
  })
}

sockets.stay.addEventListener('open', () => {
  setTimeout(() => sockets.stay.close(1000, '再见'), 300)
})
