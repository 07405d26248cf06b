const url = 'https://dyke.example'

// The siren at the dyke.
const siren = new EventSource(`${url}/warnings`)
siren.onmessage = ({ data }) => console.log(data)

// The office.
function warn(text) {
  fetch(`${url}/warn`, { method: 'POST', body: text })
}

setTimeout(warn, 1000, 'Leave the dyke.\n\nGo to the school.\nTake the dog.')
setTimeout(warn, 2000, 'Stay there.\r\nWait.')
