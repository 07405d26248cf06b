const url = 'wss://plants.example/'
const pages = [['v1.plants'], ['v2.plants', 'v1.plants']]

for (const versions of pages) {
  const ws = new WebSocket(url, versions)

  ws.onopen = () => {
    console.log('in, with ' + ws.protocol)
  }

  ws.onclose = (event) => {
    console.log('not in: ' + event.code)
  }
}
