// Expected: error null
throw null
