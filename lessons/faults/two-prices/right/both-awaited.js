const ws = new WebSocket('wss://shop.example/')
const waiting = {}
let last = 0

const ask = (item) =>
  new Promise((resolve) => {
    const id = `q${++last}`
    waiting[id] = resolve
    ws.send(JSON.stringify({ id, item }))
  })

ws.onmessage = (event) => {
  const { id, price } = JSON.parse(event.data)
  waiting[id]?.(price)
}

ws.onopen = async () => {
  const [tea, milk] = await Promise.all([ask('tea'), ask('milk')])
  console.log('tea', tea)
  console.log('milk', milk)
}
