const open = (path) => new WebSocket(`https://chat.example${path}`)
const codes = {}
const sockets = {}

function start(path) {
  sockets[path] = open(path)
  delete codes[path]
  sockets[path].onclose = (event) => {
    codes[path] = { code: event.code, at: Date.now() }
  }
}

for (const path of ['/stay', '/drop', '/expire']) start(path)

setInterval(() => {
  const { readyState } = sockets['/stay']
  if (readyState === WebSocket.OPEN) sockets['/stay'].close(1000, 'enough')

  for (const [path, { code, at }] of Object.entries(codes)) {
    if (code === 1006 && Date.now() - at >= 1000) start(path)
  }
}, 250)
