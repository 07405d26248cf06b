/** What the wire says before anything went over it. */
export const beforeRun = {
  title: { en: 'Nothing on the wire yet', 'zh-CN': '线路上还没有内容' },
  text: {
    en: 'Run the program: each frame between browser and server appears here as an arrow.',
    'zh-CN': '运行程序后，浏览器与服务器之间的每一帧都会画成一支箭头。',
  },
} as const
