// Expected: error #<Object>
throw { a: 1 }
