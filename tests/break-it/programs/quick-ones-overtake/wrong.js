const ws = new WebSocket('ws://localhost:8080')
const translate = (word) =>
  new Promise((resolve) => setTimeout(() => resolve(word.toUpperCase()), 60 * (8 - word.length)))
ws.onopen = () => {
  const words = ['a', 'quick', 'thought']
  words.forEach((word, index) => setTimeout(() => ws.send(word), 600 * index))
}
ws.onmessage = async ({ data }) => {
  if (data !== data.toLowerCase()) return
  ws.send(await translate(data))
}
