const BASE = 'wss://chat.example'
let stay
function connect(path, attempt = 0) {
  const socket = new WebSocket(`${BASE}${path}`)
  socket.onopen = () => {
    attempt = 0
    if (path === '/stay') setTimeout(() => socket.close(1000, 'finished for today'), 1000)
  }
  socket.onclose = ({ code }) => {
    if (code === 1006 && attempt < 5) setTimeout(connect, 1000 * 2 ** attempt, path, attempt + 1)
  }
  return socket
}
;['/stay', '/drop', '/expire'].forEach((p) => connect(p))
