export default {
  tab: 'Octets',
  empty: '还没有发生任何事情',
  row: '{type}：{count}',
}
