const source = new EventSource('http://localhost:8080/events')
let last = null
source.onmessage = ({ data }) => {
  const { number } = JSON.parse(data)
  if (last === null || number === last + 1) {
    last = number
    console.log('tick', number)
  }
}
