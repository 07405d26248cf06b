const 连接 = new WebSocket('ws://localhost:8080')
const 表单 = document.querySelector('form')
const 列表 = document.querySelector('ul')
const 等待 = new Map()

const 发送 = (消息) => 连接.send(JSON.stringify(消息))

function 询问(name, 毫秒 = 2000) {
  const id = crypto.getRandomValues(new Uint32Array(1))[0]
  return new Promise((成功, 失败) => {
    const 定时器 = setTimeout(() => {
      等待.delete(id)
      失败(new Error(`${name} 没有消息`))
    }, 毫秒)
    等待.set(id, (text) => {
      clearTimeout(定时器)
      成功(text)
    })
    发送({ type: 'ask', id, name })
  })
}

表单.addEventListener('submit', (事件) => {
  事件.preventDefault()
  发送({ type: 'say', text: 表单.text.value, name: 'Zoe' })
  表单.reset()
})

连接.addEventListener('open', () => {
  for (const 谁 of ['Ada', 'Bo', 'Cy']) {
    询问(谁)
      .then((答案) => console.log(`${谁}：${答案}`))
      .catch((错误) => console.warn(错误.message))
  }
})

连接.addEventListener('message', async ({ data }) => {
  try {
    const 消息 = JSON.parse(data instanceof Blob ? await data.text() : data)
    const { type, name, text, id } = 消息
    if (type === 'answer') 等待.get(id)?.(text)
    if (type !== 'say' || [name, text].some((项) => typeof 项 !== 'string')) return
    列表.append(Object.assign(document.createElement('li'), { textContent: `${name}：${text}` }))
  } catch {
    console.debug('看不懂，跳过')
  }
})
