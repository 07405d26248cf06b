export default {
  label: '通知',
  dismiss: '关闭这条通知',
}
