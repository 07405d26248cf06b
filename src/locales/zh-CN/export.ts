import type en from '../en/export.ts'
import type { Translation } from '../messages.ts'

export default {
  title: '保存或打开',
  drop: '把记录文件拖放到这里打开',
  format: {
    json: {
      name: '运行记录（JSON）',
      hint: '这次运行的全部事件，以后可以在这里重新打开。',
    },
    har: {
      name: 'HTTP 归档（HAR）',
      hint: '握手、消息和 HTTP 请求，格式与 Chrome DevTools 相同。',
    },
    pcapng: {
      name: '抓包文件（pcapng）',
      hint: '每条连接上的字节，在客户端一侧抓取，可用 Wireshark 和 tshark 打开。外层的 TCP、IP 和以太网头是补上的。',
    },
  },
  save: {
    heading: '保存这次运行',
    format: '格式',
    button: '保存',
    nothing: '还没有可以保存的运行。请先运行程序。',
    program: '同时保存程序文件',
    programHint: '打开记录的人可以看到每个事件由哪一行引起。',
    noConnections: '这次运行的程序没有打开任何连接，所以没有可保存的内容。',
    hidden: {
      har: '浏览器隐藏了这次运行的握手。保存的是其中必有的内容，并注明是推断得出的。',
      pcapng:
        '浏览器隐藏了这次运行的字节。数据包根据已知的帧拼成，看不到的密钥用零代替；每个数据包的注释都会说明。',
    },
    atServer: '浏览器隐藏了这次运行的字节，但服务器记录了它们：抓包位置在服务器一侧。',
    released: '日志已移除最早的 {count} 个事件，文件从它们之后开始。',
    omitted: '有 {count} 个事件的内容没有保留；文件里只有它们的大小。',
    goingOn: '运行还在继续：文件只包含到目前为止发生的事。',
  },
  home: {
    heading: '把程序带回家',
    hint: '一个能在 Node 上运行的文件夹：客户端、服务器、页面和 README。解压之后执行 npm install 和 npm start。',
    button: '保存为 zip 文件',
    failed: 'zip 文件没有做成：{detail}',
  },
  import: {
    heading: '打开保存的运行',
    hint: '以 JSON 保存的运行记录会在所有视图中打开，浏览器 DevTools 导出的 HAR 里的 WebSocket 也可以。其中的程序不会运行；你的程序和上一次运行都保持不变。也可以把文件拖放到线路面板上。',
    choose: '选择文件…',
    reading: '正在读取…',
  },
  problem: {
    noJson: '{file} 不是 JSON，因此不是运行记录。',
    noTrace: '{file} 是 JSON，但既不是在这里保存的运行记录，也不是 HAR 文件。',
    tooOld: '{file} 是版本 {version} 的运行记录，已无法读取。',
    tooNew: '{file} 是版本 {version} 的运行记录，由更新的程序生成。这里最高能读到版本 {newest}。',
    badHeader: '{file} 中关于这次运行的信息不正确：{detail}',
    badProgram: '{file} 中的程序无法读取：{detail}',
    noSockets:
      '{file} 是 HAR 文件，但里面没有 WebSocket。请打开 DevTools，重新加载页面，再保存一次。',
    badEntry: 'HAR 文件 {file} 的第 {number} 条记录无法读取：{detail}',
    badEvent: '{file} 的第 {number} 个事件有误：{detail}',
    tooLarge: '{file} 太大：{size}。运行记录最大为 {most}。',
    unreadable: '浏览器无法读取 {file}：{detail}',
  },
  banner: {
    label: '打开的运行记录',
    from: '来自文件 {file}',
    released: '其中最早的 {count} 个事件已被移除。',
    program: '它的程序',
    back: '回到你的运行',
  },
  program: {
    title: '这份记录的程序',
    note: '保存在 {file} 中的原样。它不会运行，你自己的程序仍在编辑器里。',
  },
} satisfies Translation<typeof en>
