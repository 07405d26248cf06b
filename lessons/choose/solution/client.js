const url = 'http://localhost:8080/events'
const source = new EventSource(url)

source.onmessage = (event) => {
  const { number } = JSON.parse(event.data)
  console.log('tick', number)
}
