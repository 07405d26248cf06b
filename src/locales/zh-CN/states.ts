export default {
  none: '套接字的四个状态。还没有创建套接字。',
  of: '{name} 的状态',
  is: '{name} 处于 {state}',
  spent: '{duration}',
  soFar: '已 {duration}',
  since: '始于 {time}',
  skipped: '跳过',
  sockets: '套接字',
  socket: '套接字 {number}',
  live: '{live} 个存活',
}
