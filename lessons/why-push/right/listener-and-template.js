const news = new WebSocket('ws://localhost:8080/')

news.addEventListener('message', ({ data }) => {
  const message = JSON.parse(data)
  console.info(`number ${message.number} is here`)
})
