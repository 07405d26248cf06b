const chat = 'chat.example'

// No password: it isn't what this is about.
await ask('login/Ada')
const { ticket } = await ask('ticket')

const ws = new WebSocket(`wss://${chat}`)

ws.onopen = () => tell({ type: 'auth', ticket })

ws.onmessage = ({ data }) => {
  const message = JSON.parse(data)
  if (message.type === 'welcome') {
    console.log(`${message.name} is in`)
    if (message.expiresIn) {
      setTimeout(renew, message.expiresIn)
    }
  } else {
    console.log(`${message.from}: ${message.text}`)
  }
}

ws.onclose = ({ code, reason }) => {
  console.log(`Out: ${code} ${reason}`)
}

async function renew() {
  const { ticket } = await ask('ticket')
  tell({ type: 'auth', ticket })
}

function tell(message) {
  ws.send(JSON.stringify(message))
}

async function ask(path) {
  const url = `https://${chat}/${path}`
  const response = await fetch(url, { method: 'POST' })
  return response.json()
}
