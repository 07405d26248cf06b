export default {
  missing: '本该有{expected}，但一直没有出现。',
  missingAfter: '在{before}（{time}）之后，本该有{expected}，但一直没有出现。',
  instead: {
    field: '本该有{expected}。它在 {time} 时出现了，但 {field} 是 {actual}。',
    value: '本该有{expected}。它在 {time} 时出现了，但 {field} 是 {actual}，而不是 {wanted}。',
    connection: '本该有{expected}。它在 {time} 时出现了，但在另一个连接上。',
    early: '{expected}应当在{before}之后，但它在 {time} 时就出现了，早于后者。',
    late: '{expected}应当在 {within} ms 之内出现。它在 {time} 时才出现，过了 {elapsed} ms。',
  },
  before: '{time} 时出现了{then}，而这时还没有{first}。',
  never: '不应当出现{what}，但它在 {time} 时发生了。',
  count: {
    tooFew: '{what}至少应当有 {atLeast} 次，实际有 {count} 次。',
    tooMany: '{what}至多应当有 {atMost} 次，{time} 时已经是第 {count} 次。',
  },
  each: {
    unfollowed: '{time} 时有{what}，之后本该有{next}，但一直没有出现。',
    late: '{time} 时有{what}，之后 {within} ms 之内本该有{next}，但没有按时出现。',
  },
  bound: {
    bufferedAmount: {
      above: '{time} 时 bufferedAmount 是 {value} 字节，它不应当超过 {limit}。',
      below: 'bufferedAmount 最多只到 {value} 字节，它应当达到 {limit}。',
    },
    liveSockets: {
      above: '{time} 时有 {value} 个活动的 socket，任何时候都不应当超过 {limit} 个。',
      below: '最多只有 {value} 个活动的 socket，应当有 {limit} 个。',
    },
    gap: {
      above: '出现了 {value} ms 的间隔，至多应当是 {limit} ms。',
      below: '出现了只有 {value} ms 的间隔，至少应当是 {limit} ms。',
    },
    delay: {
      above: '用了 {value} ms，至多应当是 {limit} ms。',
      below: '只用了 {value} ms，至少应当是 {limit} ms。',
    },
  },
  console: {
    nothingText: '控制台里本该有“{wanted}”，但什么也没有打印。',
    nothingLine: '控制台里本该有第 {number} 行，但什么也没有打印。',
    otherText: '控制台里本该有“{wanted}”，而最后一行是 {time} 时的“{printed}”。',
    otherLine: '控制台里还应当有第 {number} 行，而最后一行是 {time} 时的“{printed}”。',
  },
  prediction: {
    missing: '请在运行之前先回答问题。',
    wrong: '你的回答是 {answer}，运行的结果不是这样。',
  },
  wire: {
    unobserved: '浏览器不让脚本看到帧和字节。请用内置端点运行，才能检查这一项。',
  },
}
