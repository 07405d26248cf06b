const ws = new WebSocket('ws://localhost:8080')
const translate = (word) =>
  new Promise((resolve) => setTimeout(() => resolve(word.toUpperCase()), 60 * (8 - word.length)))
const words = ['a', 'quick', 'thought']
const next = () => words.length > 0 && ws.send(words.shift())
ws.onopen = next
ws.onmessage = async ({ data }) => {
  if (data === data.toLowerCase()) ws.send(await translate(data))
  else next()
}
