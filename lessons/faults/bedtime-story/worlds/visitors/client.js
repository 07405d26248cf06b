// Two bedrooms. The bell of the second rings twice during the story.
const first = new WebSocket('wss://stories.example/')
const second = new WebSocket('wss://stories.example/')

second.onopen = () => {
  second.send('ring')
  setTimeout(() => second.send('ring'), 400)
}
first.onmessage = ({ data }) => console.log('first:', data)
second.onmessage = ({ data }) => console.log('second:', data)
