const start = () => {
  const source = new EventSource('http://localhost:8080/events', { withCredentials: false })
  source.addEventListener('message', {
    handleEvent: (event) => {
      const [, number] = /"number":(\d+)/.exec(event.data)
      console.log(`Nr. ${number}`)
    },
  })
  addEventListener('pagehide', () => source.close())
}
setTimeout(start, 300)
