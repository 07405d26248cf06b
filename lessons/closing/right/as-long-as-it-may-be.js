const url = 'wss://echo.websocket.org'

function report(name, event) {
  if (event.code === 4001) console.log({ todo: 'Log in' })
  if (event.code === 1006) setTimeout(() => console.log('RECONNECT now'), 200)
}

// One that this program closes.
const stay = new WebSocket(url + '/stay')
stay.onmessage = () => {
  stay.close(1000, '字'.repeat(41))
  console.log('stay: readyState', stay.readyState)
}
stay.onclose = (event) => report('stay', event)

// Two that end by themselves.
const drop = new WebSocket(url + '/drop')
drop.onclose = (event) => report('drop', event)

const expire = new WebSocket(url + '/expire')
expire.onclose = (event) => report('expire', event)
