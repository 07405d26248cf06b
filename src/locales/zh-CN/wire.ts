export default {
  views: '查看方式',
}
