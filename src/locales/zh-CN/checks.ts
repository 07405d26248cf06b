import type en from '../en/checks.ts'
import type { Translation } from '../messages.ts'

export default {
  missing: '没有出现{expected}。',
  missingAfter: '{before}（{time}）之后，没有出现{expected}。',
  instead: {
    field: '{expected}在 {time} 时出现了，但 {field} 是 {actual}。',
    value: '{expected}在 {time} 时出现了，但 {field} 是 {actual}，应为 {wanted}。',
    connection: '{expected}在 {time} 时出现了，但是在另一个连接上。',
    early: '还没有{before}，{time} 时就出现了{expected}。',
    late: '{expected}应该在 {within} ms 内出现，但过了 {elapsed} ms 才出现（{time}）。',
  },
  threw: '{time} 时，{file} 第 {line} 行抛出了 {name}：{message}。后面的代码没有执行。',
  before: '{time} 时出现了{then}，这时还没有{first}。',
  never: '不应该出现{what}，但 {time} 时出现了。',
  neverBecause: '{time} 时出现了{what}，它由{why}引起，不应该出现。',
  count: {
    tooFew: '{what}应该至少有 {atLeast} 次，实际只有 {count} 次。',
    tooMany: '{what}应该最多有 {atMost} 次，到 {time} 时已经有 {count} 次。',
  },
  each: {
    unfollowed: '{time} 时出现{what}，之后没有出现{next}。',
    late: '{time} 时出现{what}，之后 {within} ms 内没有出现{next}。',
  },
  bound: {
    bufferedAmount: {
      above: '{time} 时 bufferedAmount 有 {value} 字节，不应该超过 {limit}。',
      below: 'bufferedAmount 最多只到 {value} 字节，应该达到 {limit}。',
    },
    liveSockets: {
      above: '{time} 时有 {value} 个活动的 socket，任何时候都不应该超过 {limit} 个。',
      below: '最多只有 {value} 个活动的 socket，应该有 {limit} 个。',
    },
    gap: {
      above: '有一段间隔长达 {value} ms，最多只能是 {limit} ms。',
      below: '有一段间隔只有 {value} ms，至少要有 {limit} ms。',
    },
    delay: {
      above: '用了 {value} ms，最多只能用 {limit} ms。',
      below: '只用了 {value} ms，至少要用 {limit} ms。',
    },
  },
  console: {
    nothingText: '控制台里应该有“{wanted}”，但什么也没打印。',
    nothingLine: '控制台里应该有第 {number} 行，但什么也没打印。',
    otherText: '控制台里应该有“{wanted}”，但最后一行是 {time} 时的“{printed}”。',
    otherLine: '控制台里应该还有第 {number} 行，但最后一行是 {time} 时的“{printed}”。',
  },
  prediction: {
    missing: '请在运行之前先回答问题。',
    wrong: '你预测的是 {answer}，但运行结果不是这样。',
  },
  wire: {
    unobserved: '浏览器不让脚本看到帧和字节。请用内置端点运行，才能检查这一项。',
  },
} satisfies Translation<typeof en>
