const url = 'wss://buses.example'
const bus = new WebSocket(`${url}/bus`)
const post = new WebSocket(`${url}/post`)

bus.onopen = () => {
  console.log('extensions:', bus.extensions)
}

bus.onmessage = ({ data }) => {
  console.log(data)
}

post.onopen = () => {
  post.send('0'.repeat(1_000_000))
}

post.onmessage = ({ data }) => {
  console.log('post:', data)
}

post.onclose = ({ code }) => {
  console.log('post: close', code)
}
