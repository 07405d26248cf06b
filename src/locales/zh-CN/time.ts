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
} satisfies Translation<typeof en>
