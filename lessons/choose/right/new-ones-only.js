const source = new EventSource('http://localhost:8080/events')
const seen = new Set()
source.onmessage = ({ data }) => {
  const { number } = JSON.parse(data)
  if (seen.has(number)) return
  seen.add(number)
  console.log('tick', number)
}
