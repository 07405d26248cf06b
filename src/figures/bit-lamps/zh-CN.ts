export default {
  label: 'Bit lamps（分步演示）',
  alternative: '用两三句话说明这个图演示了什么。',
  step: '第 {step} 步，共 {steps} 步',
  back: '上一步',
  on: '下一步',
}
