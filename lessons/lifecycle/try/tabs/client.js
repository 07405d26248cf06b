const url = 'ws://localhost:8080'

// Three tabs in one page, so two things stand in:
// this one for navigator.locks,
let before = Promise.resolve()
const locks = {
  request(name, work) {
    before = before.then(work)
  },
}
// and this one for BroadcastChannel.
const channels = new Set()
class Channel {
  constructor() {
    channels.add(this)
  }
  postMessage(data) {
    for (const channel of channels) {
      if (channel !== this) channel.onmessage({ data })
    }
  }
}

function openTab(name) {
  const channel = new Channel('room')
  const show = (here) => {
    console.log(`${name}: ${here} here`)
  }
  channel.onmessage = (e) => show(e.data)

  let ws
  let release
  locks.request('room', () => {
    console.log(`${name} has the socket`)
    ws = new WebSocket(url)
    ws.onmessage = ({ data }) => {
      const { here } = JSON.parse(data)
      show(here)
      channel.postMessage(here)
    }
    // This keeps the lock until it settles.
    return new Promise((resolve) => {
      release = resolve
    })
  })

  return function closeTab() {
    channels.delete(channel)
    ws.close()
    release()
  }
}

const closeFirst = openTab('tab 1')
openTab('tab 2')
openTab('tab 3')

setTimeout(closeFirst, 3_500)
