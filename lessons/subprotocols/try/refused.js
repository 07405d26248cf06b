const offers = ['v2 chat', '', ['v2.chat', 'v2.chat']]

for (const names of offers) {
  try {
    new WebSocket('ws://localhost:8080', names)
  } catch (error) {
    console.log(error.message)
  }
}
