const url = 'ws://localhost:8080'
const ws = new WebSocket(url)

ws.onmessage = async (event) => {
  let { data } = event
  if (data instanceof Blob) {
    data = await data.arrayBuffer()
  }
  console.log(data)
}
