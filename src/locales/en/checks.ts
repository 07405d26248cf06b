export default {
  missing: 'Expected {expected}. It never came.',
  missingAfter: 'After {before}, at {time}, {expected} was expected. It never came.',
  instead: {
    field: 'Expected {expected}. At {time} it came, but its {field} was {actual}.',
    value:
      'Expected {expected}. At {time} it came, but its {field} was {actual} instead of {wanted}.',
    connection: 'Expected {expected}. At {time} it came, but on another connection.',
    early: 'Expected {expected} after {before}. It came before it, at {time}.',
    late: 'Expected {expected} within {within} ms. It came at {time}, after {elapsed} ms.',
  },
  before: 'At {time} there was {then}, and {first} had not come yet.',
  never: 'There should be no such thing as {what}. It happened at {time}.',
  count: {
    tooFew: 'Expected {what} at least {atLeast} times. It came {count} times.',
    tooMany: 'Expected {what} at most {atMost} times. At {time} it had come {count} times.',
  },
  each: {
    unfollowed: 'After {what}, at {time}, {next} was expected. It never came.',
    late: 'After {what}, at {time}, {next} was expected within {within} ms. It did not come in time.',
  },
  bound: {
    bufferedAmount: {
      above: 'At {time} bufferedAmount was {value} bytes. It should never be above {limit}.',
      below: 'bufferedAmount was {value} bytes at most. It should reach {limit}.',
    },
    liveSockets: {
      above: 'At {time} there were {value} live sockets. There should never be more than {limit}.',
      below: 'There were {value} live sockets at most. There should be {limit}.',
    },
    gap: {
      above: 'There was a gap of {value} ms. It should be {limit} ms at most.',
      below: 'There was a gap of only {value} ms. It should be {limit} ms at least.',
    },
    delay: {
      above: 'It took {value} ms. It should take {limit} ms at most.',
      below: 'It took only {value} ms. It should take {limit} ms at least.',
    },
  },
  console: {
    nothingText: 'Expected “{wanted}” in the console. Nothing was printed.',
    nothingLine: 'Expected line {number} in the console. Nothing was printed.',
    otherText: 'Expected “{wanted}” in the console. The last line there is “{printed}”, at {time}.',
    otherLine:
      'Expected one more line in the console, number {number}. The last one is “{printed}”, at {time}.',
  },
  prediction: {
    missing: 'Answer the question before you run.',
    wrong: 'Your answer was {answer}. The run showed something else.',
  },
  wire: {
    unobserved:
      'A browser hides frames and bytes from scripts. Run this with the built-in endpoint to have it checked.',
  },
}
