// Expected: error still reported
Document.prototype.open.call(document)
Document.prototype.write.call(document, '<p>hello</p>')
setTimeout(() => {
  throw new Error('still reported')
}, 10)
