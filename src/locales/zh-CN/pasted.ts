export default {
  label: '这段程序还缺什么',
  socket: '`{name}` 在这里没有定义。先建立一个连接？',
  text: '`{name}` 在这里没有定义。先给它一段文本？',
  event: '`{name}` 只有在处理函数里才有。把这几行放进处理函数？',
  insert: '插入',
  inserted: '已经补上，你的代码没有改动。请再运行一次。',
  undo: '撤销',
  vue: '这是 Vue 的单文件组件。要先由 Vue 的编译器转成 JavaScript，浏览器才能运行，这里没有编译器。请保留 <script> 里的代码，去掉 export default，自己调用其中的函数。',
  reason: {
    curlyQuotes: '{place} 里有弯引号 {what}，JavaScript 只认直引号，请换成 \' 或 "。',
    invisible: '{place} 里有一个看不见的字符 {what}，是复制时带进来的。删掉这一行，重新输入一遍。',
    httpHead:
      '{place} 是 HTTP 报文：「{what}」。程序调用 new WebSocket(url) 时，浏览器会替你写好这些内容。',
    signature:
      '{place} 是手册里的函数签名：「{what}」。方括号和 ? 表示可以省略，请换成带有实际参数的调用。',
    typescript:
      '{place} 是 TypeScript：「{what}」。运行前会去掉类型，但这一处去不掉，请删掉或改写成 JavaScript。',
    fence: '{place} 是 Markdown 的标记：{what}。只保留两个标记之间的代码。',
    command: '{place} 是终端命令：「{what}」。这里不需要安装或启动任何东西，删掉这一行就行。',
    dynamicImport: '{place} 在运行时导入 {what}，这里没有这个文件，请把它的代码放进来。',
    require:
      '{place} 调用了 require，而 client.js 在浏览器里运行，没有这个函数。WebSocket 本来就有；{what} 只能在 server.js 里用 require 引入。',
    undeclared:
      '{place} 用到了 {what}，但这里没有定义它。如果原文在另一段代码里定义了它，请把那一段也粘贴到前面。',
  },
} as const
