const url = 'wss://stories.example'
const echo = new WebSocket(`${url}/echo`)
const story = new WebSocket(`${url}/story`)

echo.onopen = () => {
  echo.send('Hello')
}

echo.onmessage = ({ data }) => {
  console.log('echo:', data)
}

story.onmessage = ({ data }) => {
  console.log('story:', data)
}
