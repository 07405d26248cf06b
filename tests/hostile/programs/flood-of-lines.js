// Expected: ends
let round = 0
const more = () => {
  for (let index = 0; index < 500; index += 1) console.log(index)
  round += 1
  if (round < 20) setTimeout(more, 1)
}
more()
