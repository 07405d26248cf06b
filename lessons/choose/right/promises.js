const source = new EventSource('http://localhost:8080/events')
const next = () =>
  new Promise((resolve) => source.addEventListener('message', resolve, { once: true }))

while (true) {
  const { data } = await next()
  const news = JSON.parse(data)
  console.log('tick %d', news.number)
}
