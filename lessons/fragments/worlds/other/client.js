// Three people say what no text of the lesson names.
for (const text of ['Grüße, 汉字!', 'x', '🦉🦭🐻']) {
  const ws = new WebSocket('wss://stories.example/echo')
  ws.onopen = () => ws.send(text)
  ws.onmessage = () => {}
}
