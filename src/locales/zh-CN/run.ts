export default {
  predictFirst: '先在“轮到你了”里说出你的预测。',
}
