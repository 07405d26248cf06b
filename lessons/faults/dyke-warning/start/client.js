const url = 'https://dyke.example'

// The siren at the dyke.
const siren = new EventSource(`${url}/warnings`)
siren.onmessage = ({ data }) => console.log(data)

// The office.
function warn(text) {
  fetch(`${url}/warn`, { method: 'POST', body: text })
}

setTimeout(warn, 1000, 'The water is rising.')
setTimeout(warn, 2000, 'Leave the dyke.\nGo to the school.')
setTimeout(warn, 3000, 'The water is falling.')
