const url = 'wss://echo.websocket.org'

function report(name, event) {
  const { code, reason, wasClean } = event
  console.log(name, code, reason, wasClean)

  switch (code) {
    case 1006:
      console.log('reconnect')
      break
    case 4001:
      console.log('log in')
      break
  }
}

// One that this program closes.
const stay = new WebSocket(url + '/stay')
stay.onmessage = () => {
  stay.close(1000, 'work done')
  console.log('stay: readyState', stay.readyState)
}
stay.onclose = (event) => report('stay', event)

// Two that end by themselves.
const drop = new WebSocket(url + '/drop')
drop.onclose = (event) => report('drop', event)

const expire = new WebSocket(url + '/expire')
expire.onclose = (event) => report('expire', event)
