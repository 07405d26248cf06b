import type en from '../en/time.ts'
import type { Translation } from '../messages.ts'

export default {
  label: '时间',
  play: '播放',
  again: '从头播放',
  pause: '暂停',
  stepForward: '前进到下一个事件',
  stepBack: '后退一个事件',
  toEnd: '跳到结尾',
  speed: '播放速度 {factor}',
  playhead: '播放头',
  of: '{now}，共 {end}',
  runs: {
    label: '以前的运行',
    latest: '{name}（最近一次）',
    earlier: '你的程序以前的一次运行：{name}',
    other: '以前的一次运行，当时的程序和现在不同：{name}',
    back: '回到最近一次运行',
    putInto: '把当时的程序放进编辑器',
    put: '当时的程序已放进编辑器，之前的也已保留。',
    undo: '换回我的程序',
  },
} satisfies Translation<typeof en>
