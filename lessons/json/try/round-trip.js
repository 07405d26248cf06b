const message = {
  type: 'note',
  at: new Date(0),
  left: undefined,
  price: NaN,
  tags: new Set(['a', 'b']),
}
console.log(JSON.stringify(message))
