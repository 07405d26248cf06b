export default {
  label: 'Bit lamps, step by step',
  alternative: 'Say in two or three sentences what the figure shows.',
  step: 'Step {step} of {steps}',
  back: 'Back',
  on: 'Next',
}
