let source
function connect() {
  source = new EventSource('http://localhost:8080/events')
  source.onmessage = (event) => console.log(JSON.parse(event.data).number)
}
connect()
setInterval(() => {
  if (source.readyState !== EventSource.OPEN) connect()
}, 1000)
