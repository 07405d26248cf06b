export default {
  missing: 'Expected {expected}, but it never came.',
  missingAfter: 'Expected {expected} after {before} at {time}, but it never came.',
  instead: {
    field: 'Expected {expected}. It came at {time}, but its {field} was {actual}.',
    value: 'Expected {expected}. It came at {time}, but its {field} was {actual}, not {wanted}.',
    connection: 'Expected {expected}. It came at {time}, but on another connection.',
    early: 'Expected {expected} after {before}, but it came first, at {time}.',
    late: 'Expected {expected} within {within} ms, but it took {elapsed} ms and came at {time}.',
  },
  threw: 'At {time}, {file} line {line} threw {name}: {message}. What came after it didn’t run.',
  before: 'There was {then} at {time}, but {first} should have come first.',
  never: 'This should not have happened, but it did, at {time}: {what}.',
  neverBecause: 'This happened at {time} because of {why}, and should not have: {what}.',
  count: {
    tooFew: 'Expected {what} at least {atLeast}×, but it came {count}×.',
    tooMany: 'Expected {what} at most {atMost}×, but by {time} it had come {count}×.',
  },
  each: {
    unfollowed: 'Expected {next} after {what} at {time}, but it never came.',
    late: 'Expected {next} within {within} ms after {what} at {time}, but it did not come in time.',
  },
  bound: {
    bufferedAmount: {
      above: 'At {time}, bufferedAmount was {value} bytes. It should never exceed {limit}.',
      below: 'bufferedAmount never exceeded {value} bytes. It should reach {limit}.',
    },
    liveSockets: {
      above: 'At {time}, {value} sockets were live. There should never be more than {limit}.',
      below: 'At most {value} sockets were live at once. There should be {limit}.',
    },
    gap: {
      above: 'There was a gap of {value} ms. It should be at most {limit} ms.',
      below: 'There was a gap of only {value} ms. It should be at least {limit} ms.',
    },
    delay: {
      above: 'It took {value} ms. It should take at most {limit} ms.',
      below: 'It took only {value} ms. It should take at least {limit} ms.',
    },
  },
  console: {
    nothingText: 'Expected “{wanted}” in the console, but nothing was printed.',
    nothingLine: 'Expected line {number} in the console, but nothing was printed.',
    otherText: 'Expected “{wanted}” in the console. The last line is “{printed}”, at {time}.',
    otherLine: 'Expected line {number} in the console. The last line is “{printed}”, at {time}.',
  },
  prediction: {
    missing: 'Answer the question before you run.',
    wrong: 'You predicted {answer}. The run showed something else.',
  },
  wire: {
    unobserved:
      'The browser hides frames and bytes from scripts. Run this on the built-in endpoint to have it checked.',
  },
} as const
