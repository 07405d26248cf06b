// Pages of other versions: one newer than the server, one that has them in another order.
const pages = [['v3.plants', 'v2.plants'], ['v1.plants', 'v2.plants'], ['v2.plants']]

for (const versions of pages) {
  const ws = new WebSocket('wss://plants.example/', versions)
  ws.onopen = () => console.log('in, with ' + ws.protocol)
  ws.onclose = (event) => console.log('not in: ' + event.code)
}
