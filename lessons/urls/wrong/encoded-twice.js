const url = new URL('ws://chat.example/hello')
url.searchParams.set('name', encodeURIComponent(prompt('Your name?')))

const ws = new WebSocket(url)
ws.onmessage = (event) => console.log(event.data)
