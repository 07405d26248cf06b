export default {
  label: 'Time',
  play: 'Play',
  again: 'Play again from the start',
  pause: 'Pause',
  stepForward: 'Step to the next event',
  stepBack: 'Step back',
  toEnd: 'To the end',
  speed: 'Speed {factor}',
  playhead: 'Playhead',
  of: '{now} of {end}',
} as const
