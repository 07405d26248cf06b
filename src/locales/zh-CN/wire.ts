export default {
  views: '查看方式',
  tab: '线路',
  title: '线路上的往来',
  emptyTitle: '线路上还没有内容',
  empty: '运行程序后，浏览器与服务器之间的每一帧都会画成一支箭头。',
  lane: { program: '你的代码', browser: '浏览器', server: '服务器' },
}
