const state = { number: 0 }
const reducers = { time: (news) => ({ ...state, number: news.number }) }

const dispatch = (news) => {
  Object.assign(state, reducers[news.type](news))
  console.log('state is', state.number)
}

new EventSource('http://localhost:8080/events').addEventListener('message', (e) =>
  dispatch(JSON.parse(e.data)),
)
